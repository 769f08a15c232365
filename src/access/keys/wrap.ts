// The key of a person, wrapped: sealed under a key of the key file and bound to the person it belongs to. The database holds
// this form only. Rotation wraps again and touches no field.
//
//   format 1 | number of the key-encryption key 4 | nonce 12 | wrapped key 32 | tag 16      (bytes)

import { Problem } from '../../shared/index.ts'
import { keyLength, nonceLength, open, seal, tagLength } from './aead.ts'
import { boundTo, versionBytes } from './bound.ts'
import type { KeyRing } from './key-lines.ts'
import { exactly, systemRandom, type RandomBytes } from './random.ts'

/** Whose key it is, and which of that person's keys. */
export type KeyOwner = { readonly center: string; readonly person: string; readonly version: number }

const format = 1
const nonceAt = 5
const keyAt = nonceAt + nonceLength

/** Bytes of a wrapped key. */
export const wrappedLength = keyAt + keyLength + tagLength

/**
 * Wraps under the current key of the ring. The nonce is random: one key-encryption key may wrap 2^32 keys before that is
 * unwise (NIST SP 800-38D 8.3, 2026-11-24), and a center has some ten thousand people.
 */
export function wrapKey(ring: KeyRing, dek: Buffer, owner: KeyOwner, random: RandomBytes = systemRandom): Buffer {
  if (dek.length !== keyLength) throw new RangeError('The key of a person has 32 bytes')
  const key = ring.keys.get(ring.current)
  if (key === undefined) throw new RangeError('The current key of a ring must be on it')
  const head = Buffer.concat([Buffer.of(format), versionBytes(ring.current)])
  const nonce = exactly(nonceLength, random)
  return Buffer.concat([head, nonce, seal({ key, nonce, bound: boundOf(ring.current, owner) }, dek)])
}

/** Throws Problem('field-damaged') on any other bytes, another owner, or a key-encryption key that is not on the ring. */
export function unwrapKey(ring: KeyRing, wrapped: Buffer, owner: KeyOwner): Buffer {
  const number = wrappingKeyNumber(wrapped)
  const key = ring.keys.get(number)
  if (key === undefined) throw new Problem('field-damaged')
  const nonce = wrapped.subarray(nonceAt, keyAt)
  return open({ key, nonce, bound: boundOf(number, owner) }, wrapped.subarray(keyAt))
}

/** Wraps under the current key; what is there already comes back as it is, so that rotation may be run again. */
export function rewrapKey(ring: KeyRing, wrapped: Buffer, owner: KeyOwner, random: RandomBytes = systemRandom): Buffer {
  const dek = unwrapKey(ring, wrapped, owner)
  return wrappingKeyNumber(wrapped) === ring.current ? wrapped : wrapKey(ring, dek, owner, random)
}

/** The number of the key-encryption key that it says it was wrapped under: for counting what rotation still has to do. */
export function wrappingKeyNumber(wrapped: Buffer): number {
  if (wrapped.length !== wrappedLength || wrapped[0] !== format) throw new Problem('field-damaged')
  return wrapped.readUInt32BE(1)
}

const boundOf = (number: number, { center, person, version }: KeyOwner): Buffer =>
  boundTo('footbridge wrapped key 1', [number, center, person, version])
