// Which questions were to be asked, by every operator of enableWhen.

import { describe, expect, it } from 'vitest'

import { choice, chose, coding, filled, form, gave, group, named, plain, response, said } from '../../../tests/forms.ts'
import { score } from './score.ts'

type Json = Record<string, unknown>

const when = (operator: string, answer: Json, question = 'gate') => ({ question, operator, ...answer })
const asked = (type: string, condition: Json) =>
  form([plain('gate', type), choice('always'), choice('a', [0, 5], { enableWhen: [condition] })])
const always = chose('always', 1)

/** 6 when `a` was to be asked, 1 when it was not; then its answer does not count. */
const totalOf = (questionnaire: unknown, ...gate: readonly Json[]) =>
  score(questionnaire, response([...gate, always, chose('a', 1)])).total

const quantity = (value: number, code = 'a') => ({ value, system: 'http://unitsofmeasure.org', code })

describe('enableWhen', () => {
  it.each<[string, Json, string, Json, number]>([
    ['boolean', { valueBoolean: true }, '=', { answerBoolean: true }, 6],
    ['boolean', { valueBoolean: false }, '=', { answerBoolean: true }, 1],
    ['boolean', { valueBoolean: false }, '!=', { answerBoolean: true }, 6],
    ['boolean', { valueBoolean: false }, 'exists', { answerBoolean: true }, 6],
    ['boolean', { valueBoolean: false }, 'exists', { answerBoolean: false }, 1],
    ['integer', { valueInteger: 3 }, '>', { answerInteger: 2 }, 6],
    ['integer', { valueInteger: 2 }, '>', { answerInteger: 2 }, 1],
    ['integer', { valueInteger: 2 }, '>=', { answerInteger: 2 }, 6],
    ['integer', { valueInteger: 2 }, '<', { answerInteger: 3 }, 6],
    ['integer', { valueInteger: 3 }, '<=', { answerInteger: 2 }, 1],
    ['decimal', { valueDecimal: 2.5 }, '>', { answerInteger: 2 }, 6],
    ['decimal', { valueDecimal: 2 }, '=', { answerInteger: 2 }, 6],
    ['date', { valueDate: '2026-11-24' }, '>', { answerDate: '2026-11-23' }, 6],
    ['date', { valueDate: '2026-11-24' }, '<', { answerDate: '2026-11-23' }, 1],
    ['dateTime', { valueDateTime: '2026-11-24T01:00:00+02:00' }, '=', { answerDateTime: '2026-11-23T23:00:00Z' }, 6],
    ['time', { valueTime: '09:00:00' }, '<', { answerTime: '10:00:00' }, 6],
    ['string', { valueString: 'b' }, '=', { answerString: 'b' }, 6],
    ['choice', { valueCoding: coding(1) }, '=', { answerCoding: coding(1) }, 6],
    ['choice', { valueCoding: coding(1, 'http://example.org/other') }, '=', { answerCoding: coding(1) }, 1],
    ['choice', { valueCoding: coding(1) }, '!=', { answerCoding: coding(2) }, 6],
    ['open-choice', { valueString: 'other' }, '=', { answerCoding: coding(1) }, 1],
    ['quantity', { valueQuantity: quantity(12) }, '>=', { answerQuantity: quantity(10) }, 6],
    ['quantity', { valueQuantity: quantity(12) }, '=', { answerQuantity: quantity(12) }, 6],
  ])('%s %j %s %j', (type, given, operator, wanted, total) => {
    expect(totalOf(asked(type, when(operator, wanted)), gave('gate', given))).toBe(total)
  })

  it.each<[string, Json, number]>([
    ['=', { answerBoolean: false }, 1],
    ['!=', { answerBoolean: false }, 6],
    ['exists', { answerBoolean: false }, 6],
    ['exists', { answerBoolean: true }, 1],
  ])('of a question without an answer: %s %j', (operator, wanted, total) => {
    expect(totalOf(asked('boolean', when(operator, wanted)))).toBe(total)
  })

  it.each<[string, string, Json, Json]>([
    ['units differ', 'quantity', { valueQuantity: quantity(12, 'mo') }, when('>', { answerQuantity: quantity(1) })],
    ['dates are not equally fine', 'date', { valueDate: '2026' }, when('>', { answerDate: '2026-11-23' })],
    ['codes have no order', 'choice', { valueCoding: coding(1) }, when('>', { answerCoding: coding(0) })],
    ['the types differ', 'integer', { valueInteger: 1 }, when('=', { answerBoolean: true })],
    ['the operator is unknown', 'integer', { valueInteger: 1 }, when('~', { answerInteger: 1 })],
    ['the condition has no value', 'integer', { valueInteger: 1 }, when('=', {})],
  ])('cannot be decided when %s', (_, type, given, condition) => {
    const result = score(asked(type, condition), response([gave('gate', given), always]))
    expect([result.total, named(result)]).toEqual([null, ['enable-when-unclear a error']])
  })

  const both = (more: Json) =>
    form([
      plain('x', 'boolean'),
      plain('y', 'boolean'),
      choice('always'),
      choice('a', [0, 5], { enableWhen: ['x', 'y'].map((one) => when('=', { answerBoolean: true }, one)), ...more }),
    ])

  it.each<[string, boolean, boolean, number]>([
    ['all', true, true, 6],
    ['all', true, false, 1],
    ['any', true, false, 6],
    ['any', false, false, 1],
  ])('%s of two: %s, %s', (enableBehavior, x, y, total) => {
    expect(totalOf(both({ enableBehavior }), said('x', x), said('y', y))).toBe(total)
  })

  it('of two has to say whether one is enough', () => {
    expect(named(score(both({}), response([said('x', true), said('y', true), always, chose('a', 1)])))).toEqual([
      'enable-behavior-missing a error',
    ])
  })

  it('leaves out a whole group, whose questions are then not missing', () => {
    const closed = form([
      plain('gate', 'boolean'),
      choice('always'),
      group('g', [choice('a')], { enableWhen: [when('=', { answerBoolean: true })] }),
    ])
    const result = score(closed, response([said('gate', false), always]))
    expect([result.total, result.missing]).toEqual([1, []])
  })

  it('takes no answer from a question that was not to be asked', () => {
    const chain = form([
      plain('gate', 'boolean'),
      plain('next', 'boolean', { enableWhen: [when('=', { answerBoolean: true })] }),
      choice('always'),
      choice('a', [0, 5], { enableWhen: [when('=', { answerBoolean: true }, 'next')] }),
    ])
    expect(totalOf(chain, said('gate', false), said('next', true))).toBe(1)
    expect(totalOf(chain, said('gate', true), said('next', true))).toBe(6)
  })

  it('looks in the same time of a repeating group first', () => {
    const inside = [plain('gate', 'boolean'), choice('a', [0, 5], { enableWhen: [when('=', { answerBoolean: true })] })]
    const given = [filled('g', [said('gate', true), chose('a', 1)]), filled('g', [said('gate', false)])]
    expect(score(form([group('g', inside, { repeats: true })]), response(given))).toMatchObject({
      total: 5,
      problems: [],
    })
  })

  it('reads a question that stands in the answer to another', () => {
    const within = [choice('a', [0, 5], { enableWhen: [when('=', { answerBoolean: true })] })]
    const nested = form([choice('always'), plain('gate', 'boolean', { item: within })])
    const yes = { linkId: 'gate', answer: [{ valueBoolean: true, item: [chose('a', 1)] }] }
    expect(score(nested, response([always, yes])).total).toBe(6)
    expect(score(nested, response([always, said('gate', false)])).total).toBe(1)
  })

  it('names a condition on itself and one on a question that is not there', () => {
    const loop = form([
      choice('a', [0], { enableWhen: [when('exists', { answerBoolean: true }, 'b')] }),
      choice('b', [0], { enableWhen: [when('exists', { answerBoolean: true }, 'a')] }),
    ])
    expect(named(score(loop, response([])))[0]).toBe('enable-when-loop a error')
    expect(named(score(asked('boolean', when('=', { answerBoolean: true }, 'z')), response([always])))).toEqual([
      'enable-when-unknown a error',
    ])
  })

  it('does not guess at an expression', () => {
    const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'
    const hidden = form([group('g', [choice('a')], { extension: [{ url }] })])
    expect(named(score(hidden, response([filled('g', [chose('a', 1)])])))).toEqual(['enable-expression a error'])
  })
})
