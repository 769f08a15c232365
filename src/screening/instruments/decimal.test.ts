import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { prorate, sumOf } from './decimal.ts'

describe('sumOf', () => {
  it.each<[number, number[]]>([
    [0, []],
    [0.3, [0.1, 0.2]],
    [1, Array.from({ length: 10 }, () => 0.1)],
    [-0.75, [1.25, -2]],
    [1e-7, [1e-7, 0]],
    [1e21, [1e21, 0.5, -0.5]],
    [0, [-0]],
  ])('is %d for %j', (total, values) => {
    expect(sumOf(values)).toBe(total)
  })

  it('adds hundredths as whole hundredths', () => {
    const hundredths = fc.array(fc.integer({ min: -100_000, max: 100_000 }))
    fc.assert(
      fc.property(hundredths, (units) => {
        expect(sumOf(units.map((one) => one / 100))).toBe(units.reduce((sum, one) => sum + one, 0) / 100)
      }),
    )
  })
})

describe('prorate', () => {
  it.each<[number, number[], number, number]>([
    [7.875, [3, 4], 8, 9],
    [12.8571428571, [10], 7, 9],
    [-12.8571428571, [-10], 7, 9],
    [0.3, [0.1, 0.2], 2, 2],
  ])('is %d for %j, given %i of %i', (total, values, given, wanted) => {
    expect(prorate(values, given, wanted)).toBe(total)
  })
})
