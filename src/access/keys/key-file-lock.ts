// One change of the key file at a time. Two that ran together would each write a key of their own and one would be lost, with
// everything wrapped under it. The lock names its process, so that one left by a crash does not stop the next change.

import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import { Problem } from '../../shared/index.ts'
import { codeOf, privateMode } from './durable-file.ts'

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
    const opened = openSync(lock, 'wx', privateMode)
    writeFileSync(opened, String(process.pid))
    closeSync(opened)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** A lock without a number was just made by somebody: better to wait than to take it away. */
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
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}
