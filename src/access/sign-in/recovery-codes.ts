// Ten codes on paper for the day the phone is lost. Each counts once. They are made of digits and letters that are hard to
// confuse (Crockford's base32: no I, L, O, U), in groups of four, and read with mercy: any case, any spacing, O for 0, I or L
// for 1, U for V. Stored is an HMAC under a key that is never in the database: 80 bits alone fall short of the 112 from which
// a plain digest would do (ASVS 5.0 v5.0.0-6.5.2, checked 2026-11-24).

import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Random } from './token.ts'

export const recoveryCodeCount = 10
const bytesPerCode = 10
const charactersPerCode = (bytesPerCode * 8) / 5
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const readable = new RegExp(`^[${alphabet}]{${charactersPerCode}}$`)

/** Shown once, such as "7KQ2-M0XA-9DTR-4HWN". */
export const newRecoveryCodes = (random: Random): readonly string[] =>
  Array.from({ length: recoveryCodeCount }, () => grouped(symbols(random(bytesPerCode))))

/** What is stored for a code that `newRecoveryCodes` made. Throws a RangeError on anything else. */
export function recoveryCodeDigest(key: Uint8Array, code: string): Buffer {
  const read = readCode(code)
  if (read === undefined) throw new RangeError('Not a recovery code')
  return digestOf(key, read)
}

/** The place of the code among those still unused, or undefined. Looks at every digest, so that time tells nothing. */
export function findRecoveryCode(digests: readonly Uint8Array[], typed: string, key: Uint8Array): number | undefined {
  const read = readCode(typed)
  if (read === undefined) return undefined
  const wanted = digestOf(key, read)
  const found = digests.map((digest) => digest.length === wanted.length && timingSafeEqual(digest, wanted))
  const place = found.indexOf(true)
  return place === -1 ? undefined : place
}

function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  const folded = plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('U', 'V')
  return readable.test(folded) ? folded : undefined
}

const digestOf = (key: Uint8Array, code: string): Buffer =>
  createHmac('sha256', key).update(`recovery-code ${code}`).digest()

function symbols(bytes: Uint8Array): string {
  const digits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
    .toString(32)
    .padStart(charactersPerCode, '0')
  return digits.replaceAll(/./g, (digit) => alphabet.charAt(Number.parseInt(digit, 32)))
}

const grouped = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code
