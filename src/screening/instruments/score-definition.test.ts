// Scoring by the definition of an instrument: rules, cut-offs, missing answers, and for whom.

import { describe, expect, it } from 'vitest'

import { choice, chose, coding, filled, form, gave, group, named, plain, response, said } from '../../../tests/forms.ts'
import { parseScoringDefinition } from './parse-definition.ts'
import { score, type ScoreOptions } from './score.ts'

type Json = Readonly<Record<string, unknown>>

function definition(given: Json) {
  const read = parseScoringDefinition(given)
  if (!read.ok) throw new Error(read.why)
  return read.definition
}

const yesNo = form(['a', 'b', 'c'].map((linkId) => plain(linkId, 'boolean')))
const items = [{ linkId: 'a' }, { linkId: 'b' }, { linkId: 'c', weight: 3 }]
const cutOffs = [
  { from: 0, band: 'below' },
  { from: 2, band: 'above' },
]
const yesses = (...values: readonly boolean[]) =>
  response(values.map((value, at) => said(['a', 'b', 'c'][at] ?? '', value)))
const by = (given: Json, questionnaire: unknown, answers: unknown, more: ScoreOptions = {}) =>
  score(questionnaire, answers, { definition: definition(given), ...more })

const counting = { rule: 'count-yes', items, cutOffs }
const choices = form([choice('a'), choice('b'), choice('c'), choice('d')])
const summing = { rule: 'sum', subscores: { first: ['a', 'b'], last: ['c', 'd'] } }

describe('the rule', () => {
  it('count-yes counts each yes by its weight', () => {
    expect(by(counting, yesNo, yesses(true, false, true))).toMatchObject({ total: 4, band: 'above' })
    expect(by(counting, yesNo, yesses(true, false, false))).toMatchObject({ total: 1, band: 'below', problems: [] })
  })

  it('any-yes is 1 or 0', () => {
    const any = {
      ...counting,
      rule: 'any-yes',
      cutOffs: [
        { from: 0, band: 'no' },
        { from: 1, band: 'yes' },
      ],
    }
    expect(by(any, yesNo, yesses(false, false, true))).toMatchObject({ total: 1, band: 'yes' })
    expect(by(any, yesNo, yesses(false, false, false))).toMatchObject({ total: 0, band: 'no' })
  })

  it('count-yes knows the usual codes, and those of the definition', () => {
    const coded = form([plain('a', 'choice')])
    const answer = (one: string, code: string) => response([gave('a', { valueCoding: { system: one, code } })])
    const one = { rule: 'count-yes', items: [{ linkId: 'a' }] }
    expect(by(one, coded, answer('http://loinc.org', 'LA33-6')).total).toBe(1)
    expect(by(one, coded, answer('http://snomed.info/sct', '373067005')).total).toBe(0)
    expect(named(by(one, coded, answer('http://example.org', 'sometimes')))).toEqual(['not-yes-or-no a error'])
    expect(by({ ...one, codes: { yes: ['sometimes'] } }, coded, answer('http://example.org', 'sometimes')).total).toBe(
      1,
    )
    const unknown = by(one, coded, answer('http://terminology.hl7.org/CodeSystem/v3-NullFlavor', 'UNK'))
    expect([unknown.total, unknown.missing]).toEqual([null, ['a']])
  })

  it('sum adds the weights of the listed items only', () => {
    expect(
      by(
        { rule: 'sum', items: [{ linkId: 'b' }, { linkId: 'c' }] },
        choices,
        response(['a', 'b', 'c'].map((one) => chose(one, 2))),
      ),
    ).toMatchObject({
      total: 4,
      items: [
        { linkId: 'b', weight: 2 },
        { linkId: 'c', weight: 2 },
      ],
      problems: [],
    })
  })

  it('sum takes the points of a yes from the definition, and does not guess them', () => {
    const points = {
      rule: 'sum',
      items: [
        { linkId: 'a', weight: 40 },
        { linkId: 'b', weight: 16 },
      ],
    }
    expect(by(points, yesNo, yesses(true, false)).total).toBe(40)
    expect(named(by({ rule: 'sum', items: [{ linkId: 'a' }] }, yesNo, yesses(true)))).toEqual(['no-weight a error'])
  })

  it('names a question that the form does not have', () => {
    expect(
      named(by({ rule: 'count-yes', items: [...items, { linkId: 'z' }] }, yesNo, yesses(true, true, true))),
    ).toEqual(['definition-item-unknown z error'])
    const grouped = form([group('g', [choice('a')])])
    const answers = response([filled('g', [chose('a', 1)])])
    expect(named(by({ rule: 'sum', items: [{ linkId: 'g' }] }, grouped, answers))[0]).toBe(
      'definition-item-unknown g error',
    )
  })
})

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

describe('an instrument', () => {
  const valid = { ...counting, validFor: { ageYears: { from: 12, to: 17 }, settings: ['advocacy-center'] } }
  const setting = 'advocacy-center'
  const all = yesses(true, true, true)

  it.each<[string, ScoreOptions['subject'], readonly string[]]>([
    ['12', { ageYears: 12, setting }, []],
    ['17 and a half', { ageYears: 17.5, setting }, []],
    ['11', { ageYears: 11.9, setting }, ['age-out-of-range error']],
    ['18', { ageYears: 18, setting }, ['age-out-of-range error']],
    ['no number', { ageYears: Number.NaN, setting }, ['age-out-of-range error']],
    ['14 elsewhere', { ageYears: 14, setting: 'school' }, ['setting-out-of-range error']],
    ['unknown', {}, ['age-unknown warning', 'setting-unknown warning']],
  ])('is for whom it was validated: %s', (_, subject, problems) => {
    const result = by(valid, yesNo, all, { subject })
    expect(named(result)).toEqual(problems)
    const isRefused = problems.some((one) => one.endsWith('error'))
    expect([result.total, result.band]).toEqual(isRefused ? [null, null] : [5, 'above'])
  })

  it('may be told for whom beside its definition', () => {
    const options = { subject: { ageYears: 9 }, validFor: { ageYears: { from: 10, to: 17 } } }
    expect(named(score(form([choice('a')]), response([chose('a', 1)]), options))).toEqual(['age-out-of-range error'])
  })

  it('holds its total against the one that was recorded', () => {
    const withTotal = form([choice('a'), plain('t', 'integer')])
    const recorded = (value: Json) =>
      by({ rule: 'sum', totalLinkId: 't' }, withTotal, response([chose('a', 2), gave('t', value)]))
    expect(recorded({ valueInteger: 2 })).toMatchObject({ total: 2, problems: [] })
    expect(named(recorded({ valueInteger: 3 }))).toEqual(['recorded-total-disagrees t error'])
    expect(named(recorded({ valueCoding: coding(1) }))).toEqual([
      'answer-type-wrong t warning',
      'recorded-total-unreadable t error',
    ])
  })
})
