// One change of the key file at a time. Two that ran together would each write a key of their own and one would be lost, with
// everything wrapped under it. The lock is a symbolic link that names its process: made in one step with what it says, so
// that one left by a crash is known as such and does not stop the next change.

import { readlinkSync, rmSync, symlinkSync } from 'node:fs'

import { Problem } from '../../shared/index.ts'
import { codeOf } from './durable-file.ts'

/** Throws Problem('key-file-busy') while another process changes the file. */
export function whileLocked<Value>(path: string, work: () => Value): Value {
  const lock = `${path}.lock`
  if (!take(lock)) {
    if (isHeld(lock)) throw new Problem('key-file-busy', { file: path, lock })
    rmSync(lock, { force: true })
    if (!take(lock)) throw new Problem('key-file-busy', { file: path, lock })
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): boolean {
  try {
    symlinkSync(String(process.pid), lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** What names no process is not ours to take away. */
function isHeld(lock: string): boolean {
  const pid = Number(readOrNothing(lock))
  if (!Number.isInteger(pid) || pid < 1) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function readOrNothing(lock: string): string {
  try {
    return readlinkSync(lock)
  } catch {
    return ''
  }
}
