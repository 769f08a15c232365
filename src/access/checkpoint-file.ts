// Copies of checkpoints outside the database: one file a center, only ever added to. Put on append-only storage, or copied to
// another machine each minute, they prove the log against whoever may rewrite the database and its backups.

import { mkdirSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { CenterId } from '../shared/index.ts'

/** Between two notes in a file: a line that no note holds. */
const separator = '\n=====\n'

export const checkpointFile = (folder: string, center: CenterId): string => join(folder, `${center}.checkpoints`)

/** Resolves when the note is on disk. */
export async function appendCheckpoint(folder: string, center: CenterId, note: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = await open(checkpointFile(folder, center), 'a', 0o600)
  try {
    await file.appendFile(`${note}${separator}`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** All notes of a file, oldest first. The last one may be cut off where the machine stopped while it was written. */
export async function readCheckpoints(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8')).split(separator).slice(0, -1)
}

/** FOOTBRIDGE_CHECKPOINTS, a folder on storage that only grows; else `checkpoints` in the data folder. */
export const checkpointFolder = (environment: NodeJS.ProcessEnv, dataFolder: string): string =>
  environment['FOOTBRIDGE_CHECKPOINTS'] ?? join(dataFolder, 'checkpoints')
