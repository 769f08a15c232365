// A signed note: text, a blank line, signatures (C2SP signed-note, read 2026-11-24), with Ed25519. Whoever prints one on
// paper and types it in again can still check it. Signatures by keys nobody here knows are passed over, as the
// specification asks: witnesses may add theirs. A signature that claims a known key and fails refuses the whole note.

import { sign, verify } from 'node:crypto'

import { failed, ok, type Result } from '../../shared/index.ts'
import { isKeyName, type SigningKey, type VerifyingKey } from './note-key.ts'

export type NoteFault = 'not-a-note' | 'unknown-key' | 'bad-signature'

type Signature = { readonly name: string; readonly id: string; readonly bytes: Buffer }

/** The specification asks for a limit, of at least 16. */
const mostSignatures = 64

/** `text` ends in a newline. Throws a RangeError on text that no note can hold. */
export function signNote(text: string, key: SigningKey): string {
  if (!isNoteText(text)) throw new RangeError('The text of a note ends in a newline and has no control characters')
  const bytes = Buffer.concat([Buffer.from(key.id, 'hex'), sign(null, Buffer.from(text), key.privateKey)])
  return `${text}\n— ${key.name} ${bytes.toString('base64')}\n`
}

/** The text of the note, once at least one known key has signed it. */
export function openNote(note: string, keys: readonly VerifyingKey[]): Result<string, NoteFault> {
  const cut = note.lastIndexOf('\n\n')
  const text = note.slice(0, cut + 1)
  const signatures = cut < 0 || !isNoteText(text) ? undefined : readSignatures(note.slice(cut + 2))
  if (signatures === undefined) return failed('not-a-note')
  let known = false
  for (const signature of signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id)
    if (key === undefined) continue
    known = true
    if (!verify(null, Buffer.from(text), key.publicKey, signature.bytes)) return failed('bad-signature')
  }
  return known ? ok(text) : failed('unknown-key')
}

function readSignatures(block: string): readonly Signature[] | undefined {
  const lines = block.split('\n')
  // A last newline leaves an empty piece behind it; anything else is a line cut short.
  if (lines.pop() !== '' || lines.length === 0 || lines.length > mostSignatures) return undefined
  const signatures = lines.map(readSignature).filter((signature) => signature !== undefined)
  return signatures.length === lines.length ? signatures : undefined
}

function readSignature(line: string): Signature | undefined {
  const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (!isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== base64) return undefined
  return { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) }
}

const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && !/(?!\n)[\p{Cc}]/u.test(text)
