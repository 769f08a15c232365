// The data folder: made private, tried for writing, and held by one service at a time. The lock is a socket name that the
// kernel gives to one process and takes back when it dies, so a lock can never be left behind by kill -9.

import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { Problem } from '../../shared/index.ts'

export type HeldFolder = { readonly folder: string; release(): void }

/** Makes and holds the folder. Returns its real path. */
export async function holdDataFolder(given: string): Promise<HeldFolder> {
  const folder = madeWritable(given)
  const pidFile = join(folder, 'footbridge.pid')
  const lock = await takeLock(lockName(folder))
  if (lock === undefined) throw new Problem('already-running', { folder, pid: readPid(pidFile) })
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 })
  return { folder, release: () => void lock.close() }
}

function madeWritable(given: string): string {
  try {
    makeFolder(resolve(given))
    accessSync(given, constants.W_OK | constants.X_OK)
    const folder = realpathSync(given)
    writeFileSync(join(folder, '.write-test'), '')
    rmSync(join(folder, '.write-test'))
    return folder
  } catch (cause) {
    throw new Problem('data-folder-unwritable', { folder: given }, cause)
  }
}

/** Not `recursive`: Node's own never returns where the kernel answers "no such file" for a parent that is there (/proc). */
function makeFolder(folder: string, mode = 0o700): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder), 0o755)
  mkdirSync(folder, { mode })
}

/** Linux's abstract socket names live in the kernel, not on disk. */
const lockName = (folder: string): string => `\0footbridge-${createHash('sha256').update(folder).digest('hex')}`

/** Tries for a second: a service that was just killed may take a moment to be gone. Undefined: somebody holds it. */
async function takeLock(name: string): Promise<Server | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    const lock = await listenOn(name)
    if (lock !== undefined) return lock
    await wait(50)
  }
  return undefined
}

function listenOn(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(name, () => {
      server.unref()
      resolve(server)
    })
  })
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
