// Every way in which a form and its answers can fail to fit is a named problem, and never a 0.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  choice,
  chose,
  coding,
  form,
  gated,
  gave,
  group,
  named,
  plain,
  response,
  weight,
} from '../../../tests/forms.ts'
import { score } from './score.ts'

const two = form([choice('a'), choice('b')])
const rest = chose('b', 1)
const twoSystems = form([
  plain('a', 'choice', {
    answerOption: ['x', 'y'].map((of, at) => ({ valueCoding: coding(1, `http://example.org/${of}`), ...weight(at) })),
  }),
])
const noSystem = (linkId: string, code: string) => gave(linkId, { valueCoding: { code } })

type Row = readonly [
  what: string,
  questionnaire: unknown,
  response: unknown,
  problems: readonly string[],
  total: number | null,
]

const rows: readonly Row[] = [
  ['all is well', two, response([chose('a', 2), rest]), [], 3],
  ['a code is unknown', two, response([chose('a', 9), rest]), ['unknown-code a error'], null],
  [
    'a code is of another system',
    two,
    response([gave('a', { valueCoding: coding(1, 'http://example.org/other') }), rest]),
    ['unknown-code a error'],
    null,
  ],
  [
    'a code is left out',
    two,
    response([gave('a', { valueCoding: { display: 'Often' } }), rest]),
    ['unknown-code a error'],
    null,
  ],
  ['a system is left out', two, response([noSystem('a', 'c2'), rest]), ['system-assumed a warning'], 3],
  ['a system is left out of two', twoSystems, response([noSystem('a', 'c1')]), ['code-ambiguous a error'], null],
  [
    'a system is left out of an unknown code',
    two,
    response([noSystem('a', 'c9'), rest]),
    ['unknown-code a error'],
    null,
  ],
  [
    'a system is left out where nothing is listed',
    form([plain('a', 'choice'), choice('b')]),
    response([noSystem('a', 'c1'), rest]),
    ['system-missing a warning'],
    1,
  ],
  ['an answer is missing', two, response([chose('a', 2)]), ['missing-answer b error'], null],
  ['an answer holds no value', two, response([gave('a', {}), rest]), ['missing-answer a error'], null],
  ['nothing is answered', two, response([]), ['missing-answer a error', 'missing-answer b error'], null],
  ['a linkId is unknown', two, response([chose('a', 0), rest, chose('z', 0)]), ['unknown-linkid z error'], null],
  [
    'an answer is of another type',
    two,
    response([gave('a', { valueInteger: 2 }), rest]),
    ['answer-type-wrong a error'],
    null,
  ],
  [
    'an answer is two',
    two,
    response([gave('a', { valueInteger: 2, valueString: 'x' }), rest]),
    ['answer-unreadable a error'],
    null,
  ],
  [
    'an answer has the wrong shape',
    two,
    response([gave('a', { valueCoding: 'c1' }), rest]),
    ['answer-unreadable a error'],
    null,
  ],
  ['there are several answers', two, response([chose('a', 1, 2), rest]), ['several-answers a error'], null],
  [
    'there are several where it repeats',
    form([choice('a', [0, 1, 2], { repeats: true })]),
    response([chose('a', 1, 2)]),
    [],
    3,
  ],
  [
    'an option has no weight',
    form([
      plain('a', 'choice', { answerOption: [{ valueCoding: coding(0) }, { valueCoding: coding(1), ...weight(1) }] }),
    ]),
    response([chose('a', 0)]),
    ['no-weight a error'],
    null,
  ],
  [
    'an open question is answered in free text',
    form([choice('a', [0, 1], { type: 'open-choice' })]),
    response([gave('a', { valueString: 'other' })]),
    ['no-weight a error'],
    null,
  ],
  [
    'nothing has a weight',
    form([plain('a', 'string')]),
    response([gave('a', { valueString: 'x' })]),
    ['nothing-scored error'],
    null,
  ],
  [
    'a question without weights is wrong',
    form([choice('a'), plain('n', 'integer')]),
    response([chose('a', 1), gave('n', { valueString: 'x' })]),
    ['answer-type-wrong n warning'],
    1,
  ],
  [
    'a question without weights is not answered',
    form([choice('a'), plain('n', 'integer')]),
    response([chose('a', 1)]),
    [],
    1,
  ],
  [
    'a question that opens others is wrong',
    gated,
    response([gave('gate', { valueString: 'yes' }), chose('b', 1)]),
    ['enable-when-unclear a error', 'answer-type-wrong gate error'],
    null,
  ],
]

describe('score', () => {
  it.each(rows)('when %s', (_, questionnaire, given, problems, total) => {
    const result = score(questionnaire, given)
    expect(named(result)).toEqual(problems)
    expect(result.total).toBe(total)
  })

  it('says each problem in a sentence that ends with what to do', () => {
    const messages = rows.flatMap(([, questionnaire, given]) => score(questionnaire, given).problems)
    for (const { message } of messages) expect(message).toMatch(/^\S.*\.$/)
    for (const { message } of messages) expect(message).not.toMatch(/[{}]/)
  })

  it('names the place of what cannot be read, never what stands there', () => {
    const { problems } = score(two, response([{ linkId: 7, answer: [{ valueString: 'Maria' }] }]))
    expect(problems[0]?.message).toContain('item, entry 1, linkId has another shape than expected')
  })

  it('never quotes an answer', () => {
    const secret = fc.constantFrom('valueString', 'valueUri', 'valueDate', 'valueCoding', 'valueReference')
    fc.assert(
      fc.property(secret, (key) => {
        const value = key === 'valueCoding' ? { display: 'Maria', code: 'Maria' } : 'Maria'
        expect(JSON.stringify(score(two, response([gave('a', { [key]: value })])))).not.toContain('Maria')
      }),
    )
  })

  it('gives no total with an error, throws nothing and gives one answer to the same question, whatever it is given', () => {
    const strange = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc.constantFrom(two, gated, response([rest])),
    )
    fc.assert(
      fc.property(strange, strange, (questionnaire, given) => {
        const result = score(questionnaire, given)
        expect(result.total === null).toBe(result.problems.some(({ severity }) => severity === 'error'))
        expect(score(questionnaire, given)).toEqual(result)
      }),
    )
  })

  it('refuses a form that is nested without end', () => {
    let deep: Record<string, unknown> = choice('a')
    for (let at = 0; at < 5000; at += 1) deep = group(`g${at}`, [deep])
    expect(named(score(form([deep]), response([])))).toEqual(['questionnaire-unreadable error'])
  })
})
