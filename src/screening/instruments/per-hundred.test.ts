import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { perHundred, toOneDecimal } from './per-hundred.ts'

const rounded = (number: number | null): number => toOneDecimal(number ?? Number.NaN)

/** PPV, NPV, flagged (to one child), of them rightly and wrongly, missed: screening.md, 1.4. */
const sscst = [
  [2, 3.9, 99.5, 43, 1.7, 41.7, 0.3],
  [6.3, 11.8, 98.2, 45, 5.3, 39.8, 1.0],
  [11.1, 19.9, 96.7, 47, 9.4, 37.8, 1.7],
  [20, 33.2, 93.7, 51, 16.9, 34.0, 3.1],
] as const

const qyit = [
  [2, 7.0, 99.6],
  [6.3, 19.9, 98.8],
  [11.1, 31.5, 97.9],
  [20, 48.0, 95.8],
] as const

describe('the numbers for 100 children', () => {
  it.each(sscst)(
    'of the SSCST at %d %% are those of the table',
    (prevalence, ppv, npv, flagged, rightly, wrongly, missed) => {
      const found = perHundred(84.44, 57.5, prevalence)
      expect([rounded(found.rightWhenFlagged), rounded(found.rightWhenNotFlagged)]).toEqual([ppv, npv])
      expect(Math.round(found.flagged)).toBe(flagged)
      expect([found.flaggedRightly, found.flaggedWrongly, found.missed].map(rounded)).toEqual([
        rightly,
        wrongly,
        missed,
      ])
    },
  )

  it.each(qyit)('of the QYIT at %d %% are those of the table', (prevalence, ppv, npv) => {
    const found = perHundred(86.7, 76.5, prevalence)
    expect([rounded(found.rightWhenFlagged), rounded(found.rightWhenNotFlagged)]).toEqual([ppv, npv])
  })

  const percent = fc.double({ min: 0, max: 100, noNaN: true })

  it('add up, and no number is below 0 or above 100', () => {
    fc.assert(
      fc.property(percent, percent, percent, (sensitivity, specificity, prevalence) => {
        const found = perHundred(sensitivity, specificity, prevalence)
        expect(found.flagged + found.notFlagged).toBeCloseTo(100, 8)
        expect(found.flaggedRightly + found.missed).toBeCloseTo(prevalence, 8)
        for (const number of Object.values(found)) {
          expect(number ?? 0).toBeGreaterThan(-1e-9)
          expect(number ?? 0).toBeLessThan(100 + 1e-9)
        }
      }),
    )
  })

  it('rise with the prevalence: more are flagged rightly and missed, and a flag is right more often', () => {
    fc.assert(
      fc.property(percent, percent, percent, percent, (sensitivity, specificity, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((prevalence) =>
          perHundred(sensitivity, specificity, prevalence),
        )
        if (low === undefined || high === undefined) return
        expect(high.flaggedRightly).toBeGreaterThanOrEqual(low.flaggedRightly - 1e-9)
        expect(high.missed).toBeGreaterThanOrEqual(low.missed - 1e-9)
        if (low.rightWhenFlagged !== null && high.rightWhenFlagged !== null)
          expect(high.rightWhenFlagged).toBeGreaterThanOrEqual(low.rightWhenFlagged - 1e-6)
      }),
    )
  })

  it('say nothing about a group in which nobody is', () => {
    expect(perHundred(0, 100, 10)).toMatchObject({ flagged: 0, rightWhenFlagged: null, rightWhenNotFlagged: 90 })
    expect(perHundred(100, 0, 100)).toMatchObject({ notFlagged: 0, rightWhenNotFlagged: null, rightWhenFlagged: 100 })
  })

  it.each([
    [-1, 50, 50],
    [50, 101, 50],
    [50, 50, Number.NaN],
  ])('refuse %d, %d, %d', (...given) => {
    expect(() => perHundred(...given)).toThrow(RangeError)
  })
})
