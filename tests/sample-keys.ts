// Keys and randomness that are the same in every run, for known answers, and what the tests of sealed bytes ask of them.

import { Problem } from '../src/shared/index.ts'

/** Bytes 0 to 31. */
export const knownDek = Buffer.from(Array.from({ length: 32 }, (_, index) => index))

/** "Random" bytes for a known answer: a5, a4, a7, a6 and so on. */
export const countedBytes = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, index) => 0xa5 ^ index))

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
