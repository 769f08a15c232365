// Where the Unix socket lies: inside the data folder, or in a short private folder where that path would be too long for
// a socket (107 bytes on Linux). The place follows from the data folder, so that a new start finds an old server.

import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Problem } from '../../shared/index.ts'

const longestFolder = 107 - '/.s.PGSQL.5432.lock'.length

export function socketFolderOf(dataFolder: string): string {
  const inside = join(dataFolder, 'run')
  if (Buffer.byteLength(inside) <= longestFolder) return inside
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(tmpdir(), `footbridge-${digest}`)
}

/** `uid`: the user that PostgreSQL runs as. */
export const makeSocketFolder = (dataFolder: string, uid: number): string =>
  madePrivate(socketFolderOf(dataFolder), uid)

/** A folder that somebody else put there, or that others may enter, is refused. */
function madePrivate(folder: string, uid: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const owned = found.uid === process.getuid?.() || found.uid === uid
  const ours = found.isDirectory() && owned && (found.mode & 0o077) === 0
  if (!ours) throw new Problem('data-folder-unwritable', { folder })
  return folder
}
