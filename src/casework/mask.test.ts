// What a case shows of a child before anybody clicks.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ageInYears, initials } from './mask.ts'

describe('initials', () => {
  it.each([
    ['Maya', 'Rivera', 'M. R.'],
    ['maya', undefined, 'M.'],
    [undefined, "O'Neil", 'O.'],
    ['Ángel', '  de la Cruz', 'Á. D.'],
    ['A\u0301ngel', '-', 'Á.'],
    ['𐐀dam', '7', '𐐀.'],
    [undefined, undefined, undefined],
    ['', '42', undefined],
  ])('of %s %s are %s', (given, surname, shown) => {
    expect(initials(given, surname)).toBe(shown)
  })

  it('never show more than one letter of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (given, surname) => {
        const shown = initials(given, surname) ?? ''
        expect(shown.match(/\p{L}\p{M}*\./gu)?.length ?? 0).toBeLessThanOrEqual(2)
        expect(shown).toMatch(/^(?:\p{L}+\p{M}*\.(?: \p{L}+\p{M}*\.)?)?$/u)
      }),
    )
  })
})

describe('the age', () => {
  it.each([
    ['2012-11-24', '2026-11-24', 14],
    ['2012-11-25', '2026-11-24', 13],
    ['2012-02-29', '2025-02-28', 12],
    ['2012-02-29', '2025-03-01', 13],
    ['2026-11-24', '2026-11-24', 0],
  ])('of who was born on %s is on %s: %d', (birthDate, day, years) => {
    expect(ageInYears(birthDate, day)).toBe(years)
  })
})
