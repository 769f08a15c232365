// The key file on the disk. It is read at start and by `bin/footbridge keys`, never overwritten by making one, and refused
// while anybody but its owner may read it. It stands apart from the database and every backup of it.

import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { Problem } from '../../shared/index.ts'
import { keyLength } from './aead.ts'
import { codeOf, createDurably, replaceDurably } from './durable-file.ts'
import { whileLocked } from './key-file-lock.ts'
import { keyFingerprint, readKeyLines, ringOf, writeKeyLines, type KeyLine, type KeyRing } from './key-lines.ts'
import { exactly, systemRandom, type RandomBytes } from './random.ts'

/** FOOTBRIDGE_KEY_FILE, else `keys/footbridge.keys` in the data folder. */
export function keyFilePath(environment: NodeJS.ProcessEnv, dataFolder: string): string {
  const given = environment['FOOTBRIDGE_KEY_FILE']
  return given === undefined || given === '' ? join(dataFolder, 'keys', 'footbridge.keys') : resolve(given)
}

/** Throws Problem 'key-file-missing', 'key-file-open' (others may read it) or 'key-file-damaged'. */
export const readKeyFile = (path: string): KeyRing => ringOf(linesOf(path, readPrivate(path)))

/** What may be shown of each key. Throws as `readKeyFile` does. */
export type KeyShown = { readonly number: number; readonly made: string; readonly fingerprint: string }

export const listKeys = (path: string): readonly KeyShown[] =>
  linesOf(path, readPrivate(path)).map(({ number, made, key }) => ({ number, made, fingerprint: keyFingerprint(key) }))

/** Makes the file with key 1. Throws Problem 'key-file-exists', 'key-file-unwritable' or 'key-file-busy'; then none was made. */
export function makeKeyFile(path: string, now: Date, random: RandomBytes = systemRandom): KeyRing {
  const lines = [newLine(1, now, random)]
  const made = explained(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return whileLocked(path, () => createDurably(path, writeKeyLines(lines)))
  })
  if (!made) throw new Problem('key-file-exists', { file: path })
  return ringOf(lines)
}

/**
 * Adds a key and makes it the current one; those before stay. Nothing should be wrapped under it before it was copied to the
 * second safe place. Throws as `readKeyFile` and `makeKeyFile` do, and 'key-file-busy'; then the file is as it was.
 */
export function addKey(path: string, now: Date, random: RandomBytes = systemRandom): KeyRing {
  return explained(path, () => whileLocked(path, () => addLine(path, now, random)))
}

function addLine(path: string, now: Date, random: RandomBytes): KeyRing {
  const before = readPrivate(path)
  const lines = linesOf(path, before)
  const longer = [...lines, newLine(ringOf(lines).current + 1, now, random)]
  replaceDurably(path, writeKeyLines(longer), () => {
    if (readPrivate(path) !== before) throw new Problem('key-file-busy', { file: path, lock: `${path}.lock` })
  })
  return ringOf(longer)
}

const newLine = (number: number, now: Date, random: RandomBytes): KeyLine => ({
  number,
  made: now.toISOString().slice(0, 10),
  key: exactly(keyLength, random),
})

function linesOf(path: string, text: string): readonly KeyLine[] {
  const read = readKeyLines(text)
  if (!read.ok) throw new Problem('key-file-damaged', { file: path, why: read.reason })
  return read.value
}

/** The rights are those of the very file that is read: nobody can put another in its place between the two. */
function readPrivate(path: string): string {
  const opened = openOrExplain(path)
  try {
    const found = fstatSync(opened)
    if (!found.isFile()) throw new Problem('key-file-damaged', { file: path, why: 'it is not a file' })
    if ((found.mode & 0o077) !== 0) throw new Problem('key-file-open', { file: path })
    return readFileSync(opened, 'utf8')
  } finally {
    closeSync(opened)
  }
}

function openOrExplain(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    throw new Problem('key-file-missing', { file: path }, cause)
  }
}

function explained<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('key-file-unwritable', { file: path, reason: codeOf(cause) }, cause)
  }
}
