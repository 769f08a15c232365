// One private field: sealed under its person's key and bound to the place where it stands, so that it opens there only. Why
// each part is there, and what this does not protect: docs/decisions/2026-11-24-field-format.md.
//
//   format 1 | key version 4 | commitment 32 | nonce 12 | cipher text n x 32 | tag 16      (bytes)

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { Problem } from '../../shared/index.ts'
import { keyLength, nonceLength, open, seal, secretKey, tagLength } from './aead.ts'
import { boundTo, versionBytes } from './bound.ts'
import { paddingBlock, padText, unpadText } from './padding.ts'
import { exactly, systemRandom, type RandomBytes } from './random.ts'

/** Where a field stands: the row's own id, the person whose key seals it, and the version of that person's key. */
export type Place = {
  readonly center: string
  readonly table: string
  readonly column: string
  readonly row: string
  readonly person: string
  readonly version: number
}

const format = 1
const commitmentAt = 5
const nonceAt = commitmentAt + 32
const cipherTextAt = nonceAt + nonceLength

/** Bytes that a field takes beyond its padded text. */
export const fieldOverhead = cipherTextAt + tagLength

/** Throws Problem('field-text-broken') on half a surrogate pair, and RangeError on a wrong key length or version. */
export function encryptField(dek: Buffer, place: Place, plain: string, random: RandomBytes = systemRandom): Buffer {
  const head = headOf(place.version)
  const nonce = exactly(nonceLength, random)
  const bound = boundOf(place)
  const keys = recordKeys(dek, place)
  const sealed = seal({ key: keys.cipher, nonce, bound }, padText(plain))
  return Buffer.concat([head, commitment(keys.commitment, { head, nonce, bound }), nonce, sealed])
}

/** Throws Problem('field-damaged') unless these very bytes were made by `encryptField` with this key for this place. */
export function decryptField(dek: Buffer, place: Place, sealed: Buffer): string {
  if (fieldKeyVersion(sealed) !== place.version) throw new Problem('field-damaged')
  const head = sealed.subarray(0, commitmentAt)
  const nonce = sealed.subarray(nonceAt, cipherTextAt)
  const bound = boundOf(place)
  const keys = recordKeys(dek, place)
  const committed = sealed.subarray(commitmentAt, nonceAt)
  if (!timingSafeEqual(committed, commitment(keys.commitment, { head, nonce, bound }))) {
    throw new Problem('field-damaged')
  }
  return unpadText(open({ key: keys.cipher, nonce, bound }, sealed.subarray(cipherTextAt)))
}

/** The version of the person's key that a field says it was sealed under. Nothing is proved until it opens. */
export function fieldKeyVersion(sealed: Buffer): number {
  const padded = sealed.length - fieldOverhead
  const whole = padded >= paddingBlock && padded % paddingBlock === 0 && sealed[0] === format
  if (!whole) throw new Problem('field-damaged')
  return sealed.readUInt32BE(1)
}

const headOf = (version: number): Buffer => Buffer.concat([Buffer.of(format), versionBytes(version)])

const boundOf = ({ center, table, column, row, person, version }: Place): Buffer =>
  boundTo('footbridge field 1', [center, table, column, row, person, version])

/** HKDF-SHA-256 (RFC 5869, 2026-11-24): two keys for one record, so that few messages ever share one. */
function recordKeys(dek: Buffer, { center, table, row }: Place): { cipher: Buffer; commitment: Buffer } {
  const info = boundTo('footbridge record key 1', [center, table, row])
  const derived = Buffer.from(hkdfSync('sha256', secretKey(dek), Buffer.alloc(0), info, 2 * keyLength))
  return { cipher: derived.subarray(0, keyLength), commitment: derived.subarray(keyLength) }
}

type Committed = { readonly head: Buffer; readonly nonce: Buffer; readonly bound: Buffer }

/** GCM alone lets one cipher text open under two keys to two texts. This value fits one key, one place and one nonce. */
function commitment(key: Buffer, { head, nonce, bound }: Committed): Buffer {
  return createHmac('sha256', secretKey(key)).update(head).update(nonce).update(bound).digest()
}
