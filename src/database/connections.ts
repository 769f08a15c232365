// How each role of the database is reached. The owner runs migrations, the application role serves pages under row-level
// security, the backup role reads everything. Built in: each logs in by name over the private socket. On a server: the
// owner is the user of DATABASE_URL, and the others are taken on when the connection starts.

import type { ClientConfig } from 'pg'

export const ownerRole = 'footbridge_owner'
export const appRole = 'footbridge_app'
export const backupRole = 'footbridge_backup'
export const databaseName = 'footbridge'

export type Connections = {
  readonly owner: ClientConfig
  readonly app: ClientConfig
  readonly backup: ClientConfig
}

const patience = { connectionTimeoutMillis: 5000, application_name: 'footbridge' }

export const embeddedConnections = (host: string): Connections => {
  const as = (user: string): ClientConfig => ({ host, user, database: databaseName, ...patience })
  return { owner: as(ownerRole), app: as(appRole), backup: as(backupRole) }
}

export const embeddedAdministrator = (host: string): ClientConfig => ({
  host,
  user: 'postgres',
  database: 'postgres',
  ...patience,
})

/** `appUrl`: a login of its own for the application role. Throws a TypeError when an address is none. */
export const serverConnections = (url: string, appUrl: string | undefined): Connections => ({
  owner: { connectionString: anAddress(url), ...patience },
  app: { connectionString: anAddress(appUrl ?? withRole(url, appRole)), ...patience },
  backup: { connectionString: withRole(url, backupRole), ...patience },
})

/** The driver takes any text for the name of a database; only what says that it is an address is one. */
function anAddress(url: string): string {
  if (/^(postgres|postgresql|socket):\/\//.test(url)) return url
  throw Object.assign(new TypeError('not an address'), { code: 'ERR_INVALID_URL' })
}

/**
 * The address with a start-up option, so that a connection has the role from its first moment. Done on the text, because
 * `postgres://user@/name?host=/socket/folder` is a right address here and not for `URL`.
 */
function withRole(url: string, role: string): string {
  const own = encodeURIComponent(`-c role=${role}`)
  const given = /([?&]options=)([^&#]*)/
  if (given.test(url)) return url.replace(given, (_, name: string, options: string) => `${name}${options}%20${own}`)
  return `${url}${url.includes('?') ? '&' : '?'}options=${own}`
}
