// Where random bytes come from. A test gives its own, to write a known answer down; everything else uses the system's.

import { randomBytes } from 'node:crypto'

/** Returns exactly `count` bytes that nobody can foretell. */
export type RandomBytes = (count: number) => Buffer

export const systemRandom: RandomBytes = (count) => randomBytes(count)

/** Throws a RangeError where the source gave too few or too many: a short nonce or key is never used. */
export function exactly(count: number, random: RandomBytes): Buffer {
  const bytes = random(count)
  if (bytes.length !== count) throw new RangeError(`The source of randomness must give ${count} bytes`)
  return bytes
}
