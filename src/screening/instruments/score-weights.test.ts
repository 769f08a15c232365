// Where a weight may stand, and which of two counts.

import { describe, expect, it } from 'vitest'

import {
  choice,
  chose,
  coding,
  form,
  gave,
  named,
  ordinalValue,
  plain,
  response,
  system,
  weight,
} from '../../../tests/forms.ts'
import { score } from './score.ts'

const options = (...answerOption: readonly Record<string, unknown>[]) => form([plain('q', 'choice', { answerOption })])
const picked = response([chose('q', 1)])

const valueSet = (parts: Record<string, unknown>) => ({
  resourceType: 'ValueSet',
  id: 'vs',
  url: 'http://example.org/vs',
  ...parts,
})
const codeSystem = (parts: Record<string, unknown> = {}) => ({
  resourceType: 'CodeSystem',
  url: system,
  content: 'complete',
  ...parts,
})
const composed = (concept: readonly unknown[]) => valueSet({ compose: { include: [{ system, concept }] } })
const withSet = (reference: string, ...contained: readonly unknown[]) =>
  form([plain('q', 'choice', { answerValueSet: reference })], { contained })

const own = gave('q', { valueCoding: { ...coding(1), ...weight(7) } })
const c1 = { code: 'c1', ...weight(3) }
const system4 = codeSystem({ concept: [{ code: 'c0', concept: [{ code: 'c1', ...weight(4, ordinalValue) }] }] })
const property5 = codeSystem({
  property: [{ code: 'w', uri: 'http://hl7.org/fhir/concept-properties#itemWeight' }],
  concept: [{ code: 'c1', property: [{ code: 'w', valueDecimal: 5 }] }],
})
const property6 = codeSystem({ concept: [{ code: 'c1', property: [{ code: 'itemWeight', valueInteger: 6 }] }] })
const whole = valueSet({ compose: { include: [{ system }] } })
const nested = valueSet({ expansion: { contains: [{ abstract: true, code: 'top', contains: [{ system, ...c1 }] }] } })

describe('a weight', () => {
  it.each<[string, unknown, number]>([
    ['on the option', options({ valueCoding: coding(1), ...weight(3) }), 3],
    ['on the Coding of the option', options({ valueCoding: { ...coding(1), ...weight(3) } }), 3],
    ['as ordinalValue', options({ valueCoding: coding(1), ...weight(3, ordinalValue) }), 3],
    ['below 0', options({ valueCoding: coding(1), ...weight(-2) }), -2],
    ['in a contained value set that is composed', withSet('#vs', composed([c1])), 3],
    ['in one named by its address', withSet('http://example.org/vs|1.0', composed([c1])), 3],
    ['in a nested expansion', withSet('#vs', nested), 3],
    [
      'in a composition beside an expansion without weights',
      withSet('#vs', { ...composed([c1]), expansion: { contains: [coding(1)] } }),
      3,
    ],
    [
      'in a value set that a value set includes',
      withSet(
        '#outer',
        { ...valueSet({ compose: { include: [{ valueSet: ['#vs'] }] } }), id: 'outer' },
        composed([c1]),
      ),
      3,
    ],
    ['in a code system, nested', withSet('#vs', composed([{ code: 'c1' }]), system4), 4],
    ['in a code system, by its property', withSet('#vs', whole, property5), 5],
    ['in a code system, by the usual name', withSet('#vs', whole, property6), 6],
  ])('is found %s', (_, questionnaire, total) => {
    const result = score(questionnaire, picked)
    expect(named(result)).toEqual([])
    expect(result.total).toBe(total)
  })

  it.each<[string, unknown, unknown, number]>([
    ['on the answer before the option', options({ valueCoding: coding(1), ...weight(3) }), response([own]), 7],
    ['on the option before the code system', form([choice('q', [0, 9])], { contained: [system4] }), picked, 9],
    ['in the value set before the code system', withSet('#vs', composed([c1]), system4), picked, 3],
  ])('counts %s', (_, questionnaire, given, total) => {
    expect(score(questionnaire, given).total).toBe(total)
  })

  it('is found for whole numbers and texts that a form offers', () => {
    const answerOption = [
      { valueInteger: 1, ...weight(10) },
      { valueString: 'often', ...weight(20) },
    ]
    const both = plain('q', 'choice', { answerOption, repeats: true })
    const given = gave('q', { valueInteger: 1 }, { valueString: 'often' })
    expect(score(form([both]), response([given])).total).toBe(30)
    const onAnswer = { valueInteger: 1, _valueInteger: weight(0.5) }
    expect(score(form([both]), response([gave('q', onAnswer)])).total).toBe(0.5)
  })

  it('is found in resources that are given, and not fetched when they are not', () => {
    const questionnaire = withSet('http://example.org/vs')
    expect(score(questionnaire, picked, { resources: [composed([c1])] }).total).toBe(3)
    expect(named(score(questionnaire, picked))).toEqual(['value-set-not-found q error'])
  })

  it('of a value set that is not wholly known is taken, with a warning', () => {
    const filtered = valueSet({ compose: { include: [{ system, filter: [{}] }] } })
    const result = score(withSet('#vs', filtered, system4), picked)
    expect([result.total, named(result)]).toEqual([4, ['value-set-not-found q warning']])
  })

  it('of an expansion that leaves codes out is taken, with a warning', () => {
    const part = valueSet({ expansion: { total: 9, contains: [{ ...coding(0), ...weight(1) }] } })
    expect(named(score(withSet('#vs', part, system4), picked))).toEqual(['value-set-not-found q warning'])
    const all = valueSet({ expansion: { total: 1, contains: [{ ...coding(0), ...weight(1) }] } })
    expect(named(score(withSet('#vs', all, system4), picked))).toEqual(['unknown-code q error'])
  })

  it('that is excluded is no answer of the form', () => {
    const excluding = valueSet({
      compose: {
        include: [{ system, concept: [c1, { code: 'c2', ...weight(1) }] }],
        exclude: [{ system, concept: [{ code: 'c1' }] }],
      },
    })
    expect(named(score(withSet('#vs', excluding), picked))).toEqual(['unknown-code q error'])
  })

  it('adds up exactly', () => {
    const items = ['a', 'b', 'c'].map((linkId) => choice(linkId, [0, 0.1]))
    expect(score(form(items), response(items.map(({ linkId }) => chose(linkId, 1)))).total).toBe(0.3)
  })

  it.each<[string, unknown]>([
    ['is a text', '3'],
    ['is missing', undefined],
  ])('that %s is unclear and never 0', (_, value) => {
    const result = score(options({ valueCoding: coding(1), ...weight(value) }), picked)
    expect([result.total, result.items, named(result)]).toEqual([null, [], ['weight-unclear q error']])
  })

  it('that stands there twice with two numbers is unclear', () => {
    const twice = options({ valueCoding: { ...coding(1), ...weight(1) }, ...weight(2) })
    expect(named(score(twice, picked))).toEqual(['weight-unclear q error'])
  })

  it('does not loop in value sets that include each other', () => {
    const loop = valueSet({ compose: { include: [{ valueSet: ['#vs'] }] } })
    expect(named(score(withSet('#vs', loop), picked))).toEqual(['value-set-not-found q error'])
  })
})
