// One-time codes against the vectors of RFC 6238 (appendix B, SHA-1, the last six of eight digits), and that no code counts twice.

import { randomBytes } from 'node:crypto'

import fc from 'fast-check'
import { HOTP, Secret, URI } from 'otpauth'
import { describe, expect, it } from 'vitest'

import { acceptTotp, newTotpSecret, totpPeriodMs, totpUri } from './totp.ts'

const secret = Secret.fromLatin1('12345678901234567890').base32
const at = (seconds: number): Date => new Date(seconds * 1000)
const codeOf = (step: number): string => HOTP.generate({ secret: Secret.fromBase32(secret), counter: step })
const middleOf = (step: number): Date => new Date((step + 0.5) * totpPeriodMs)

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('of RFC 6238 at second %i is accepted', (seconds, code) => {
    expect(acceptTotp({ secret, code, now: at(seconds), lastStep: null })).toEqual({ step: Math.floor(seconds / 30) })
  })

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('%i steps from now counts: %s', (distance, counts) => {
    const accepted = acceptTotp({ secret, code: codeOf(1000 + distance), now: middleOf(1000), lastStep: null })
    expect(accepted).toEqual(counts ? { step: 1000 + distance } : undefined)
  })

  it('keeps its window to the millisecond', () => {
    const accept = (ms: number) => acceptTotp({ secret, code: codeOf(1000), now: new Date(ms), lastStep: null })
    expect(accept(999 * totpPeriodMs - 1)).toBeUndefined()
    expect(accept(999 * totpPeriodMs)).toEqual({ step: 1000 })
    expect(accept(1002 * totpPeriodMs - 1)).toEqual({ step: 1000 })
    expect(accept(1002 * totpPeriodMs)).toBeUndefined()
  })

  it('is read with spaces, and is six digits or nothing', () => {
    const code = codeOf(1000)
    const accept = (typed: string) => acceptTotp({ secret, code: typed, now: middleOf(1000), lastStep: null })
    expect(accept(` ${code.slice(0, 3)} ${code.slice(3)}\n`)).toEqual({ step: 1000 })
    const wrong = ['', code.slice(1), `${code}0`, `0${code}`, `-${code.slice(1)}`, `${code.slice(0, 5)}x`]
    expect(wrong.map(accept)).toEqual(wrong.map(() => undefined))
    expect(
      accept(
        Array.from(code)
          .map((digit) => String.fromCharCode(0x0660 + Number(digit)))
          .join(''),
      ),
    ).toBeUndefined()
  })

  it('is refused with one wrong digit', () => {
    const wrong = String((Number(codeOf(1000)) + 1) % 1_000_000).padStart(6, '0')
    expect(acceptTotp({ secret, code: wrong, now: middleOf(1000), lastStep: null })).toBeUndefined()
  })

  it('refuses a code that was used before, and the one before it, and takes the next', () => {
    const accept = (step: number) => acceptTotp({ secret, code: codeOf(step), now: middleOf(1000), lastStep: 1000 })
    expect([accept(999), accept(1000), accept(1001)]).toEqual([undefined, undefined, { step: 1001 }])
  })

  it('that happens to stand for two steps uses up both, and is refused while one of them is used', () => {
    const accept = (lastStep: number | null) =>
      acceptTotp({ secret, code: codeOf(153_567), now: middleOf(153_568), lastStep })
    expect(codeOf(153_569)).toBe(codeOf(153_567))
    expect([accept(null), accept(153_567), accept(153_569)]).toEqual([{ step: 153_569 }, undefined, undefined])
  })

  it('after a step was accepted accepts no code of that step or an earlier one, whenever it is typed', () => {
    const small = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60_000_000 }), small, small, (lastStep, older, later) => {
        const code = codeOf(lastStep - older)
        const now = middleOf(lastStep - 1 + later)
        const accepted = acceptTotp({ secret, code, now, lastStep })
        // A code may by chance be that of a later step as well: one in a million.
        fc.pre(accepted === undefined || codeOf(accepted.step) !== code || accepted.step <= lastStep)
        expect(accepted).toBeUndefined()
      }),
    )
  })

  it('of a chain of sign-ins counts once each, in growing steps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))), (tries) => {
        const accepted: number[] = []
        let current = 5_000
        for (const [forward, distance] of tries) {
          current += forward
          const lastStep = accepted.at(-1) ?? null
          const step = acceptTotp({ secret, code: codeOf(current + distance), now: middleOf(current), lastStep })?.step
          if (step !== undefined) accepted.push(step)
        }
        expect(accepted).toEqual([...new Set(accepted)].sort((one, other) => one - other))
      }),
    )
  })
})

describe('the secret of an authenticator app', () => {
  it('has 160 bits, all of them from the randomness given', () => {
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => index * 7)
    expect(Secret.fromBase32(newTotpSecret((count) => bytes.slice(0, count))).bytes).toEqual(bytes)
    expect(newTotpSecret(randomBytes)).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret(randomBytes)).not.toBe(newTotpSecret(randomBytes))
  })

  it('goes into an address that an app reads back to the same codes', () => {
    const uri = totpUri(secret, { issuer: 'Riverbend: Center', account: 'imani@riverbend.example' })
    const read = URI.parse(uri)
    expect(read).toMatchObject({ issuer: 'Riverbend  Center', label: 'imani@riverbend.example', digits: 6, period: 30 })
    expect(read.secret.base32).toBe(secret)
    expect(uri).toContain('algorithm=SHA1')
  })
})
