// Scoring by the definition of an instrument: subscores, missing answers and cut-offs.

import { describe, expect, it } from 'vitest'

import { by, choices, counting, items, yesNo, yesses } from '../../../tests/defined-forms.ts'
import { choice, chose, form, named, response, said } from '../../../tests/forms.ts'

const summing = { rule: 'sum', subscores: { first: ['a', 'b'], last: ['c', 'd'] } }

describe('subscores', () => {
  it('add up their own questions', () => {
    const result = by(summing, choices, response([chose('a', 1), chose('b', 2), chose('c', 0), chose('d', 2)]))
    expect(result).toMatchObject({ total: 5, subscores: { first: 3, last: 2 } })
  })

  it('are null when an answer is missing, and all of them when something is wrong', () => {
    const missing = by(summing, choices, response([chose('a', 1), chose('b', 2), chose('c', 0)]))
    expect(missing).toMatchObject({ total: null, subscores: { first: 3, last: null } })
    const wrong = by(summing, choices, response([chose('a', 1), chose('b', 2), chose('c', 0), chose('d', 9)]))
    expect(wrong.subscores).toEqual({ first: null, last: null })
  })
})

describe('missing answers', () => {
  const three = response([chose('a', 1), chose('b', 2), chose('c', 2)])

  it.each<[string, unknown, number | null, readonly string[]]>([
    ['all', 'all', null, ['missing-answer d error']],
    ['minimum of three', { minimum: 3 }, 5, ['missing-answer d warning']],
    ['minimum of four', { minimum: 4 }, null, ['missing-answer d error']],
    ['prorate', 'prorate', 6.6666666667, ['missing-answer d warning', 'prorated warning']],
    [
      'prorate from a minimum',
      { minimum: 3, prorate: true },
      6.6666666667,
      ['missing-answer d warning', 'prorated warning'],
    ],
    ['prorate below the minimum', { minimum: 4, prorate: true }, null, ['missing-answer d error']],
  ])('%s', (_, missing, total, problems) => {
    const result = by({ rule: 'sum', missing }, choices, three)
    expect([result.total, result.missing, named(result)]).toEqual([total, ['d'], problems])
  })

  it.each(['all', 'prorate', { minimum: 1 }])('of every question leave no total: %j', (missing) => {
    expect(by({ rule: 'sum', missing }, choices, response([])).total).toBeNull()
  })

  it('do not hide a cut-off that is already reached, when the definition says so', () => {
    const soFar = { ...counting, reachedSoFar: true }
    const result = by(soFar, yesNo, yesses(true, true))
    expect([result.total, result.band, named(result)]).toEqual([
      null,
      'above',
      ['missing-answer c error', 'reached-so-far warning'],
    ])
    expect(by(counting, yesNo, yesses(true, true)).band).toBeNull()
    expect(by(soFar, yesNo, yesses(true)).band).toBeNull()
    expect(by(soFar, yesNo, response([])).band).toBeNull()
  })

  it('reach no cut-off while a weight could lower the total again, or something else is wrong', () => {
    const soFar = { ...counting, reachedSoFar: true }
    const lowering = { ...soFar, items: [...items.slice(0, 2), { linkId: 'c', weight: -1 }] }
    expect(by(lowering, yesNo, yesses(true, true)).band).toBeNull()
    expect(by(soFar, yesNo, response([said('a', true), said('b', true), said('z', true)])).band).toBeNull()
  })
})

describe('cut-offs', () => {
  it.each<[readonly [number, number | undefined, string][], number, string | null]>([
    [
      [
        [0, undefined, 'low'],
        [2, undefined, 'high'],
      ],
      1,
      'low',
    ],
    [
      [
        [0, undefined, 'low'],
        [2, undefined, 'high'],
      ],
      2,
      'high',
    ],
    [
      [
        [0, 1, 'low'],
        [3, 9, 'high'],
      ],
      2,
      null,
    ],
    [[[3, undefined, 'high']], 2, null],
  ])('%j put %d in %s', (list, points, band) => {
    const bands = list.map(([from, to, name]) => ({ from, band: name, ...(to === undefined ? {} : { to }) }))
    const result = by({ rule: 'sum', cutOffs: bands }, form([choice('a')]), response([chose('a', points)]))
    expect([result.band, named(result)]).toEqual([band, band === null ? ['no-band warning'] : []])
  })
})
