// A sealed field opens at its own place and nowhere else, and only as it was sealed.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { damaged, flipped, knownDek, knownField as known, knownPlace as place } from '../../../tests/sample-keys.ts'
import { Problem } from '../../shared/index.ts'
import { decryptField, encryptField, fieldOverhead } from './field.ts'
import { newPersonKey } from './person-keys.ts'

describe('a text', () => {
  it('of any Unicode comes back as it was', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(texts, (text) => decryptField(knownDek, place, encryptField(knownDek, place, text)) === text),
      { numRuns: 2_000 },
    )
  })

  it.each([
    '',
    '\0',
    'a\0\0',
    '\u{80}',
    '\uFEFFmark',
    'e\u0301',
    '👩‍👧',
    'x'.repeat(31),
    'x'.repeat(32),
    'ñ'.repeat(9_000),
  ])('such as %j comes back as it was', (text) => {
    expect(decryptField(knownDek, place, encryptField(knownDek, place, text))).toBe(text)
  })

  it('with half a surrogate pair is refused by name and without the text', () => {
    const broken = fc.tuple(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string())
    fc.assert(
      fc.property(broken, ([before, half, after]) => {
        const text = `${before}-${String.fromCharCode(half)}-${after}`
        expect(() => encryptField(knownDek, place, text)).toThrow(new Problem('field-text-broken'))
      }),
    )
  })

  it('tells its length only to within 32 bytes', () => {
    const length = (text: string): number => encryptField(knownDek, place, text).length
    expect([0, 1, 31].map((count) => length('x'.repeat(count)))).toEqual(Array(3).fill(fieldOverhead + 32))
    expect([32, 63].map((count) => length('x'.repeat(count)))).toEqual(Array(2).fill(fieldOverhead + 64))
  })

  it('sealed twice never looks the same', () => {
    expect(encryptField(knownDek, place, 'Ana')).not.toEqual(encryptField(knownDek, place, 'Ana'))
  })
})

describe('a changed field', () => {
  it('is refused for every single bit', () => {
    for (let bit = 0; bit < known.length * 8; bit++) {
      expect(
        damaged(() => decryptField(knownDek, place, flipped(known, bit))),
        `bit ${bit}`,
      ).toBe(true)
    }
  })

  it('is refused at every shorter length, and longer', () => {
    for (let length = 0; length < known.length; length++) {
      expect(
        damaged(() => decryptField(knownDek, place, known.subarray(0, length))),
        `${length} bytes`,
      ).toBe(true)
    }
    for (const more of [1, 16, 32]) {
      expect(damaged(() => decryptField(knownDek, place, Buffer.concat([known, Buffer.alloc(more)])))).toBe(true)
    }
  })

  it('is refused under any other key', () => {
    expect(damaged(() => decryptField(newPersonKey(), place, known))).toBe(true)
  })

  it('is refused with a Problem that holds nothing of the text, the place or the cause', () => {
    try {
      decryptField(knownDek, { ...place, column: 'given' }, encryptField(knownDek, place, 'Zerafina'))
      expect.unreachable()
    } catch (error) {
      expect(error).toEqual(new Problem('field-damaged'))
      expect(error instanceof Problem && [error.details, error.cause]).toEqual([{}, undefined])
    }
  })
})

describe('a field in another place', () => {
  it('is refused: 2,000 random swaps of center, table, column, row, person and version', () => {
    const word = fc.constantFrom('a', 'b', 'ab', '', 'a|b', 'people', '11111111-1111-4111-8111-111111111111')
    const version = fc.integer({ min: 1, max: 5 })
    const places = fc.record({ center: word, table: word, column: word, row: word, person: word, version })
    let tried = 0
    fc.assert(
      fc.property(places, places, (from, to) => {
        fc.pre(JSON.stringify(from) !== JSON.stringify(to))
        tried++
        const sealed = encryptField(knownDek, from, 'Ana')
        return damaged(() => decryptField(knownDek, to, sealed)) && decryptField(knownDek, from, sealed) === 'Ana'
      }),
      { numRuns: 2_000 },
    )
    expect(tried).toBeGreaterThanOrEqual(2_000)
  })

  it.each(['center', 'table', 'column', 'row', 'person'] as const)('is refused when only its %s differs', (part) => {
    expect(damaged(() => decryptField(knownDek, { ...place, [part]: `${place[part]}x` }, known))).toBe(true)
  })

  it('is refused when its version is rolled back or forward, in the row or in the header', () => {
    for (const version of [1, 2, 4]) {
      const forged = Buffer.from(known)
      forged.writeUInt32BE(version, 1)
      expect(damaged(() => decryptField(knownDek, { ...place, version }, known))).toBe(true)
      expect(damaged(() => decryptField(knownDek, { ...place, version }, forged))).toBe(true)
      expect(damaged(() => decryptField(knownDek, place, forged))).toBe(true)
    }
  })

  it('is refused when it is made of the parts of two fields', () => {
    const other = encryptField(knownDek, { ...place, column: 'given' }, 'Ana')
    for (const cut of [1, 5, 37, 49, 81]) {
      const mixed = [
        Buffer.concat([known.subarray(0, cut), other.subarray(cut)]),
        Buffer.concat([other.subarray(0, cut), known.subarray(cut)]),
      ].filter((made) => !made.equals(known))
      expect(mixed.every((made) => damaged(() => decryptField(knownDek, place, made)))).toBe(true)
    }
  })
})

describe('a mistake of ours', () => {
  it.each([0, 16, 31, 33])('such as a key of %i bytes is a RangeError', (length) => {
    expect(() => encryptField(Buffer.alloc(length), place, 'Ana')).toThrow(RangeError)
    expect(() => decryptField(Buffer.alloc(length), place, known)).toThrow(RangeError)
  })

  it.each([0, -1, 1.5, 2 ** 32, NaN])('such as key version %d is a RangeError', (version) => {
    expect(() => encryptField(knownDek, { ...place, version }, 'Ana')).toThrow(RangeError)
  })

  it('such as a place with half a surrogate pair, or too short a nonce, is a RangeError', () => {
    expect(() => encryptField(knownDek, { ...place, row: '\ud800' }, 'Ana')).toThrow(RangeError)
    expect(() => encryptField(knownDek, place, 'Ana', () => Buffer.alloc(4))).toThrow(RangeError)
  })
})
