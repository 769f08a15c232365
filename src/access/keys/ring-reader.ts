// The key ring of a running service. The file is read again when it was changed, so that a rotation needs no restart; one that
// cannot be used, or that lost a key, is not taken: the service goes on with the keys it has, and says so.

import { statSync } from 'node:fs'

import { Problem } from '../../shared/index.ts'
import { readKeyFile } from './key-file.ts'
import type { KeyRing } from './key-lines.ts'

/** Reads the file at once. Throws as `readKeyFile` does; what it returns never throws. */
export function ringReader(path: string, log: (line: string) => void): () => KeyRing {
  let seen = stateOf(path)
  let ring = readKeyFile(path)
  return () => {
    const state = stateOf(path)
    if (state !== seen) {
      seen = state
      ring = newerRing(path, ring, log)
    }
    return ring
  }
}

function newerRing(path: string, before: KeyRing, log: (line: string) => void): KeyRing {
  try {
    const ring = readKeyFile(path)
    const lost = [...before.keys].filter(([number, key]) => ring.keys.get(number)?.equals(key) !== true)
    if (lost.length === 0) return ring
    log(
      `The key file ${path} lost key ${lost.map(([number]) => number).join(', ')}. The service goes on with the keys it has. ${advice}`,
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log(`${error.message} The service goes on with the keys it has. ${advice}`)
  }
  return before
}

const advice = 'It will not start again before the right file is back.'

/** A change puts another file in its place; one edited by hand has another time or length. */
function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeNs} ${found.size} ${found.mode}`
}
