// Where the database is: our own embedded PostgreSQL in a data folder, or a server that DATABASE_URL names.

import { join, resolve } from 'node:path'

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'url'; readonly url: string; readonly appUrl?: string }

/** Reads DATABASE_URL (with DATABASE_APP_URL, a login of its own for the application role), else FOOTBRIDGE_DATA. */
export function databaseConfig(environment: NodeJS.ProcessEnv, home: string): DatabaseConfig {
  const url = environment['DATABASE_URL']
  const appUrl = environment['DATABASE_APP_URL']
  if (url !== undefined && url !== '') {
    return { kind: 'url', url, ...(appUrl === undefined || appUrl === '' ? {} : { appUrl }) }
  }
  return { kind: 'embedded', folder: dataFolder(environment, home) }
}

/** FOOTBRIDGE_DATA: the embedded database, and the center's own files in `center/`. */
export function dataFolder(environment: NodeJS.ProcessEnv, home: string): string {
  const folder = environment['FOOTBRIDGE_DATA']
  return folder === undefined || folder === '' ? join(home, 'data') : resolve(folder)
}
