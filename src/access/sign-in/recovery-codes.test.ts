// Recovery codes are hard to guess, easy to type, and found again by digest alone.

import { randomBytes } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findRecoveryCode, newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.ts'

const key = Buffer.alloc(32, 7)
const codes = newRecoveryCodes(randomBytes)
const digests = codes.map((code) => recoveryCodeDigest(key, code))

describe('recovery codes', () => {
  it('are ten different ones of 80 bits in groups of four', () => {
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('write all the bits they were given', () => {
    const of = (byte: number) => newRecoveryCodes((count) => new Uint8Array(count).fill(byte))[0]
    expect([of(0), of(255)]).toEqual(['0000-0000-0000-0000', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'])
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.integer({ min: 0, max: 79 }), (bytes, bit) => {
        const flipped = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(newRecoveryCodes(() => flipped)[0]).not.toBe(newRecoveryCodes(() => bytes)[0])
      }),
    )
  })

  it('are found at their place, and any other is not', () => {
    expect(codes.map((code) => findRecoveryCode(digests, code, key))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(newRecoveryCodes(randomBytes).map((code) => findRecoveryCode(digests, code, key))).toEqual(
      codes.map(() => undefined),
    )
  })

  it('are not found once used up, nor under another key', () => {
    expect(findRecoveryCode(digests.slice(1), codes[0] ?? '', key)).toBeUndefined()
    expect(findRecoveryCode(digests, codes[0] ?? '', Buffer.alloc(32, 8))).toBeUndefined()
  })

  it.each([
    ['in lower case', '7kq2-m0xa-9d1r-4vwn'],
    ['without groups', '7KQ2M0XA9D1R4VWN'],
    ['with spaces and long dashes', ' 7KQ2 – M0XA — 9D1R 4VWN '],
    ['with O, l and U for 0, 1 and V', '7KQ2-MOXA-9DlR-4UWN'],
    ['with i and o in lower case', '7kq2-moxa-9dir-4vwn'],
    ['in wide letters', '７KQ2-M0XA-9D1R-4VWN'],
  ])('are read %s', (_, typed) => {
    expect(findRecoveryCode([recoveryCodeDigest(key, '7KQ2-M0XA-9D1R-4VWN')], typed, key)).toBe(0)
  })

  it('of another length or with other signs are nothing', () => {
    const typed = ['', '7KQ2-M0XA-9D1R-4VW', '7KQ2-M0XA-9D1R-4VWNN', '7KQ2-M0XA-9D1R-4VW!', 'A'.repeat(100_000)]
    expect(typed.map((text) => findRecoveryCode(digests, text, key))).toEqual(typed.map(() => undefined))
    expect(() => recoveryCodeDigest(key, '7KQ2')).toThrow(RangeError)
  })

  it('leave behind 32 bytes that do not show them', () => {
    expect(digests.map((digest) => digest.length)).toEqual(codes.map(() => 32))
    expect(recoveryCodeDigest(key, codes[0] ?? '')).toEqual(digests[0])
  })
})
