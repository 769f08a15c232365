// A checkpoint: size and root of the log at a moment, as a signed note (C2SP tlog-checkpoint, read 2026-11-24). Copies of
// it go where the administrator of the database cannot rewrite them; against any one of them the whole log can be checked.
// The time stands in an extension line: the specification advises against such lines, but a person who holds the paper
// has to see of when it is, and the signature covers it.

import { failed, ok, type Result } from '../../shared/index.ts'
import { emptyRoot, type Hash, isHash } from './merkle.ts'
import type { SigningKey, VerifyingKey } from './note-key.ts'
import { type NoteFault, openNote, signNote } from './signed-note.ts'

export type Checkpoint = {
  /** Names the log, such as `footbridge.example.org/audit/<center>`; the key has the same name. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** UTC to the second: `2026-11-24T10:15:30Z`. */
  readonly time: string
}

export type CheckpointFault = NoteFault | 'not-a-checkpoint' | 'other-origin'

/** Whose checkpoints are believed, and about which log. */
export type Trust = { readonly origin: string; readonly keys: readonly VerifyingKey[] }

const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** The origin is the name of the key, as the specification advises. Throws a RangeError on what cannot be read back. */
export function signCheckpoint({ size, root, time }: Omit<Checkpoint, 'origin'>, key: SigningKey): string {
  const text = `${key.name}\n${size}\n${base64Of(root)}\ntime ${time}\n`
  if (readText(text) === undefined) throw new RangeError('A checkpoint has a size, a root of 32 bytes and a time')
  return signNote(text, key)
}

/** Nothing of the text is looked at before its signature has been verified. */
export function readCheckpoint(note: string, { origin, keys }: Trust): Result<Checkpoint, CheckpointFault> {
  const opened = openNote(note, keys)
  if (!opened.ok) return opened
  const checkpoint = readText(opened.value)
  if (checkpoint === undefined) return failed('not-a-checkpoint')
  return checkpoint.origin === origin ? ok(checkpoint) : failed('other-origin')
}

/** A root as a checkpoint shows it. */
export const base64Of = (root: Hash): string => Buffer.from(root, 'hex').toString('base64')

/** Strict: our log writes four lines, so more, fewer or other ones were not written by it. */
function readText(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', extension = '', end, ...more] = text.split('\n')
  const time = extension.startsWith('time ') ? extension.slice('time '.length) : ''
  if (end !== '' || more.length > 0 || origin === '' || !isTime(time)) return undefined
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), time }
  const written = String(checkpoint.size) === size && base64Of(checkpoint.root) === root
  return written && isTreeHead(checkpoint) ? checkpoint : undefined
}

const isTime = (text: string): boolean => second.test(text) && !Number.isNaN(Date.parse(text))

const isTreeHead = ({ size, root }: Checkpoint): boolean =>
  Number.isSafeInteger(size) && size >= 0 && isHash(root) && (size > 0 || root === emptyRoot)
