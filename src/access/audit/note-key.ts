// Keys of signed notes, in memory and as text. The text forms are those of Go's note package, so that a checkpoint can be
// checked with tools that are not ours: `name+id+base64` for the public key, the same after `PRIVATE+KEY+` for the other.
// C2SP signed-note (read 2026-11-24): key id = SHA-256(name, newline, 0x01 for Ed25519, public key), its first four bytes.

import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto'

import { Problem } from '../../shared/index.ts'

/** The private half stays inside a KeyObject, which prints as nothing. */
export type SigningKey = { readonly name: string; readonly id: string; readonly privateKey: KeyObject }

/** `id`: 8 hexadecimal digits. */
export type VerifyingKey = { readonly name: string; readonly id: string; readonly publicKey: KeyObject }

const ed25519 = 1
/** DER in front of the 32 bytes of a key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

const keyText = /^(PRIVATE\+KEY\+)?([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u

/** `seed`: 32 bytes of randomness, which are the private key. Throws `audit-key-wrong` on a name with spaces or plus. */
export function makeSigningKey(name: string, seed: Uint8Array): SigningKey {
  if (!isKeyName(name) || seed.length !== 32) throw new Problem('audit-key-wrong')
  const privateKey = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
  return { name, id: idOf(name, publicBytes(createPublicKey(privateKey))), privateKey }
}

export const verifyingKeyOf = ({ name, id, privateKey }: SigningKey): VerifyingKey => ({
  name,
  id,
  publicKey: createPublicKey(privateKey),
})

export const verifyingKeyText = ({ name, id, publicKey }: VerifyingKey): string =>
  `${name}+${id}+${typed(publicBytes(publicKey))}`

/** A secret. */
export const signingKeyText = ({ name, id, privateKey }: SigningKey): string =>
  `PRIVATE+KEY+${name}+${id}+${typed(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'))}`

/** Throws `audit-key-wrong` on anything but what `verifyingKeyText` writes. */
export function readVerifyingKey(text: string): VerifyingKey {
  const { name, id, bytes } = partsOf(text, false)
  const publicKey = createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' })
  if (idOf(name, bytes) !== id) throw new Problem('audit-key-wrong')
  return { name, id, publicKey }
}

/** Throws `audit-key-wrong` on anything but what `signingKeyText` writes. */
export function readSigningKey(text: string): SigningKey {
  const { name, id, bytes } = partsOf(text, true)
  const key = makeSigningKey(name, bytes)
  if (key.id !== id) throw new Problem('audit-key-wrong')
  return key
}

/** C2SP signed-note: no Unicode spaces, no plus. Control characters would break the lines of a note. */
export const isKeyName = (name: string): boolean => /^[^+\s\p{Cc}\p{Cs}]+$/u.test(name)

function partsOf(text: string, secret: boolean): { name: string; id: string; bytes: Buffer } {
  const [, prefix, name = '', id = '', base64 = ''] = keyText.exec(text) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const whole = bytes.length === 33 && bytes[0] === ed25519 && bytes.toString('base64') === base64
  if (!whole || (prefix !== undefined) !== secret || !isKeyName(name)) throw new Problem('audit-key-wrong')
  return { name, id, bytes: bytes.subarray(1) }
}

const typed = (bytes: Uint8Array): string => Buffer.concat([Buffer.of(ed25519), bytes]).toString('base64')

const publicBytes = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

const idOf = (name: string, bytes: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), bytes])).slice(0, 8)
