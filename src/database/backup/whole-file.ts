// A file that appears under its name only when it is whole and on disk, and never takes the place of another: written under a
// name of its own, read back, and only then linked to the name that was asked for.

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { constants, copyFile, link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { Problem } from '../../shared/index.ts'
import { sqlState, toProblem } from '../errors.ts'

/** Throws Problem('backup-target-exists'). */
export function refuseTaken(file: string): void {
  if (existsSync(file)) throw new Problem('backup-target-exists', { file })
}

/** `write` makes the draft, `verify` reads it back. Throws Problem 'backup-target-exists' or 'backup-unwritable'. */
export async function writeWholeFile<Value>(
  file: string,
  write: (draft: string) => Promise<Value>,
  verify: (draft: string) => Promise<unknown>,
): Promise<Value> {
  refuseTaken(file)
  const draft = `${file}.${randomUUID()}.partial`
  try {
    const value = await write(draft)
    await verify(draft)
    await publish(draft, file)
    return value
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw asBackupProblem(error, file)
  }
}

/** A link, not a rename: it fails where a file of that name has appeared meanwhile. Some disks have no links: there, a copy. */
async function publish(draft: string, file: string): Promise<void> {
  await link(draft, file).catch(async (error: unknown) => {
    if (sqlState(error) === 'EEXIST') throw error
    await copyFile(draft, file, constants.COPYFILE_EXCL)
  })
  await rm(draft)
  const folder = await open(dirname(file) === '' ? '.' : dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  EACCES: 'this user may not write there',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'its folder is a file',
  ENAMETOOLONG: 'its name is too long',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk does not work',
  EPERM: 'the disk does not allow it',
}

function asBackupProblem(error: unknown, file: string): unknown {
  const code = sqlState(error)
  if (code === 'EEXIST') return new Problem('backup-target-exists', { file })
  const reason = reasons[code]
  return reason === undefined ? toProblem(error) : new Problem('backup-unwritable', { file, reason }, error)
}
