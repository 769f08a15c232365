// The key file as the service opens it: made at the very first start, and refused when it is not the one that belongs to this
// database. A service that started without its keys would close new fields that the old file can never open.

import { existsSync } from 'node:fs'

import {
  beginKeys,
  countAllKeys,
  keyFilePath,
  makeKeyFile,
  readKeyFile,
  refuseDataWithoutKeys,
  refuseWrongFile,
  ringReader,
  type KeyRing,
} from '../access/index.ts'
import { dataFolder, type Database } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import { copyAdvice } from './key-advice.ts'

export type KeyFileParts = {
  readonly environment: NodeJS.ProcessEnv
  readonly home: string
  readonly database: Database
  readonly now: () => Date
  readonly log: (line: string) => void
}

/** `ring` reads the file again when it was changed, and never throws: for `openVault`. */
export type OpenedKeyFile = { readonly path: string; readonly ring: () => KeyRing }

/**
 * Throws Problem 'key-file-missing' (there are keys in the database: put the file back), 'key-missing', 'key-other',
 * 'keys-not-restored', and as `readKeyFile` and `makeKeyFile` do.
 */
export async function openKeyFile({ environment, home, database, now, log }: KeyFileParts): Promise<OpenedKeyFile> {
  const path = keyFilePath(environment, dataFolder(environment, home))
  await refuseDataWithoutKeys(database)
  if (!existsSync(path) && (await countAllKeys(database)) === 0) makeFirst(path, now(), log)
  await refuseWrongFile(database, path, readKeyFile(path))
  const ring = ringReader(path, log)
  await beginKeys({ database, ring, now })
  return { path, ring }
}

/** Two services that start at once on one folder make one file between them. */
export function makeFirst(path: string, now: Date, log: (line: string) => void): void {
  try {
    makeKeyFile(path, now)
    log(`Made the key file ${path}. ${copyAdvice}`)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'key-file-exists')) throw error
  }
}
