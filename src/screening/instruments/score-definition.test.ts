// Scoring by the definition of an instrument: rules, for whom, and the total that was recorded.

import { describe, expect, it } from 'vitest'

import { by, choices, counting, items, yesNo, yesses } from '../../../tests/defined-forms.ts'
import {
  choice,
  chose,
  coding,
  filled,
  form,
  gave,
  group,
  named,
  plain,
  response,
  weight,
} from '../../../tests/forms.ts'
import { score, type ScoreOptions } from './score.ts'

type Json = Readonly<Record<string, unknown>>

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

  it('leaves a question alone that is not listed, wherever its answers come from', () => {
    const gender = plain('g', 'choice', { answerValueSet: 'http://example.org/gender' })
    const given = response([chose('a', 2), gave('g', { valueCoding: coding(0) })])
    const listed = by({ rule: 'sum', items: [{ linkId: 'a' }] }, form([choice('a'), gender]), given)
    expect([listed.total, named(listed)]).toEqual([2, ['value-set-not-found g warning']])
    expect(named(score(form([choice('a'), gender]), given))).toEqual(['value-set-not-found g error'])
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

  it('takes "not known" for no answer, unless the form gives it a weight', () => {
    const unknown = { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'asked-unknown' }
    const offering = (more: Json) =>
      form([
        choice('b'),
        plain('a', 'choice', {
          answerOption: [
            { valueCoding: coding(1), ...weight(1) },
            { valueCoding: unknown, ...more },
          ],
        }),
      ])
    const given = response([chose('b', 2), gave('a', { valueCoding: unknown })])
    expect(score(offering(weight(5)), given).total).toBe(7)
    expect(named(score(offering({}), given))).toEqual(['missing-answer a error'])
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
