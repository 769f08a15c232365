// Keys and randomness that are the same in every run, for known answers, and what the tests of sealed bytes ask of them.

import type { Place } from '../src/access/keys/index.ts'
import { Problem } from '../src/shared/index.ts'

/** Bytes 0 to 31. */
export const knownDek = Buffer.from(Array.from({ length: 32 }, (_, index) => index))

/** "Random" bytes for a known answer: a5, a4, a7, a6 and so on. */
export const countedBytes = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, index) => 0xa5 ^ index))

export const knownPlace: Place = {
  center: '11111111-1111-4111-8111-111111111111',
  table: 'people',
  column: 'surname',
  row: '00000000-0000-4000-8000-000000000007',
  person: '00000000-0000-4000-8000-000000000009',
  version: 3,
}

/** "Muñoz", sealed with `knownDek` at `knownPlace`, its nonce of `countedBytes`. */
export const knownField = Buffer.from(
  '010000000357da90229a7d190eecae36fea386a8d12c386acb888cd307df9a309091f50d81a5a4a7a6a1a0a3a2adacafae' +
    '0c502a1f065dec2cce388e18534d7145afbc4f17eb95d6f5f5f5cf4c7a1b28446371d0feb6d487ea99173647b1074ac9',
  'hex',
)

export function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes)
  const byte = bit >> 3
  changed.writeUInt8(changed.readUInt8(byte) ^ (1 << (bit & 7)), byte)
  return changed
}

/** Whether the work is refused as damaged, with nothing told. Another error, or none, is false. */
export function damaged(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (error) {
    return error instanceof Problem && error.code === 'field-damaged' && Object.keys(error.details).length === 0
  }
}
