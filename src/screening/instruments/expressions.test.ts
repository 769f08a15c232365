// Forms that calculate their total, by FHIRPath.

import { describe, expect, it, vi } from 'vitest'

import {
  choice,
  chose,
  coding,
  form,
  gave,
  group,
  filled,
  named,
  plain,
  response,
  system,
} from '../../../tests/forms.ts'
import { score } from './score.ts'
import { scoreWithExpressions } from './score-with-expressions.ts'

const calculatedUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
const variableUrl = 'http://hl7.org/fhir/StructureDefinition/variable'
const extension = (url: string, expression: string, name?: string) => ({
  url,
  valueExpression: { language: 'text/fhirpath', expression, ...(name === undefined ? {} : { name }) },
})
const total = (expression: string, ...variables: readonly ReturnType<typeof extension>[]) =>
  plain('t', 'decimal', { extension: [...variables, extension(calculatedUrl, expression)] })

const weights = '%resource.repeat(item).answer.weight()'
const two = [choice('a', [0, 0.1, 0.2]), choice('b', [0, 0.2, 0.4])]
const given = response([chose('a', 1), chose('b', 1)])
const scored = async (expression: string, answers = given) =>
  scoreWithExpressions(form([...two, total(expression)]), answers)

describe('a calculation of the form', () => {
  it.each<[string, number]>([
    [`${weights}.sum()`, 0.3],
    ['%resource.item.answer.value.ordinal().sum()', 0.3],
    [`${weights}.sum() + %context.answer.count()`, 0.3],
    ["%questionnaire.item.where(linkId = 'a').answerOption.count() + " + `${weights}.sum() - 3`, 0.3],
  ])('%s', async (expression, value) => {
    expect(await scored(expression)).toMatchObject({ total: value, problems: [] })
  })

  it('that is no plain sum is taken as the form says, with a warning', async () => {
    const result = await scored(`${weights}.max() * 10`)
    expect([result.total, named(result)]).toEqual([2, ['differs-from-sum t warning']])
  })

  it('reads the variables of the form and of the groups around it', async () => {
    const inner = total('%whole * %factor', extension(variableUrl, '5 + 5', 'factor'))
    const questionnaire = form([...two, group('g', [inner])], {
      extension: [extension(variableUrl, `${weights}.sum()`, 'whole')],
    })
    expect((await scoreWithExpressions(questionnaire, given)).total).toBe(3)
  })

  it('sees a code whose system was left out, and no answer that was not to be asked', async () => {
    const bare = response([gave('a', { valueCoding: { code: 'c2' } }), chose('b', 1)])
    expect((await scored(`${weights}.sum()`, bare)).total).toBe(0.4)
    const gate = { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: false }] }
    const gated = form([choice('a', [0, 0.1]), choice('b', [0, 0.2], gate), total(`${weights}.sum()`)])
    expect((await scoreWithExpressions(gated, given)).total).toBe(0.1)
    const codes = `%resource.item.answer.value.where(system = '${system}').weight().sum()`
    expect((await scored(codes, bare)).total).toBe(0.4)
    const counting = form([
      choice('a', [0, 0.1]),
      choice('b', [0, 0.2], gate),
      total(`${weights}.count() + %resource.item.answer.count()`),
    ])
    expect((await scoreWithExpressions(counting, given)).total).toBe(2)
  })

  it('never makes up for an answer that is missing or unknown', async () => {
    expect(named(await scored(`${weights}.sum()`, response([chose('a', 1)])))).toEqual(['missing-answer b error'])
    expect(named(await scored(`${weights}.sum()`, response([chose('a', 1), chose('b', 9)])))).toEqual([
      'unknown-code b error',
    ])
  })

  it.each<[string, string]>([
    ['iif(%resource.item.answer.weight().sum() > 9, 1, {})', 'expression-empty t error'],
    [weights, 'expression-not-a-number t error'],
    [`${weights}.sum().toString()`, 'expression-not-a-number t error'],
  ])('without one number is named: %s', async (expression, problem) => {
    const result = await scored(expression)
    expect([result.total, named(result)]).toEqual([null, [problem]])
  })

  it.each([`weight( `, `${weights}.resolve()`, '%weight + 1', 'ordinals().sum()'])(
    'that fails is named, and the weights stand in for it: %s',
    async (expression) => {
      const result = await scored(expression)
      expect([result.total, named(result)]).toEqual([0.3, ['expression-failed t warning']])
    },
  )

  it('that fails leaves no total where nothing has a weight', async () => {
    const counting = form([plain('n', 'integer'), total('%nothing + 1')])
    expect(named(await scoreWithExpressions(counting, response([gave('n', { valueInteger: 2 })])))).toEqual([
      'expression-failed t error',
    ])
  })

  it('adds up answers that are numbers themselves', async () => {
    const counting = form([
      plain('n', 'integer'),
      plain('m', 'integer'),
      total("%resource.item.where(linkId != 't').answer.value.sum()"),
    ])
    const numbers = [gave('n', { valueInteger: 2 }), gave('m', { valueInteger: 3 })]
    expect((await scoreWithExpressions(counting, response(numbers))).total).toBe(5)
    const recorded = response([...numbers, gave('t', { valueDecimal: 6 })])
    expect(named(await scoreWithExpressions(counting, recorded))).toEqual(['recorded-total-disagrees t error'])
  })

  it('finds no weight on an answer that has none, and the weights that stand in the form', async () => {
    const unweighted = plain('n', 'choice', { answerOption: [{ valueCoding: coding(0) }] })
    const questionnaire = form([...two, unweighted, total(`${weights}.sum()`)])
    const answers = response([chose('a', 1), chose('b', 1), chose('n', 0)])
    expect(await scoreWithExpressions(questionnaire, answers)).toMatchObject({ total: 0.3, problems: [] })
    const most = await scored('%questionnaire.item.answerOption.weight().max()')
    expect([most.total, named(most)]).toEqual([0.4, ['differs-from-sum t warning']])
  })

  it('of something else than weights is no total', async () => {
    const age = plain('age', 'decimal', { extension: [extension(calculatedUrl, '14')] })
    expect((await scoreWithExpressions(form([...two, age]), given)).total).toBe(0.3)
  })

  it('is not chosen among several', async () => {
    const other = { ...total(`${weights}.sum()`), linkId: 'u' }
    const questionnaire = form([...two, total(`${weights}.sum()`), other])
    expect(named(await scoreWithExpressions(questionnaire, given))).toEqual(['several-totals error'])
    const definition = { rule: 'expression', missing: 'all', reachedSoFar: false, totalLinkId: 'u' } as const
    expect((await scoreWithExpressions(questionnaire, given, { definition })).total).toBe(0.3)
  })

  it('may stand in the definition of the instrument', async () => {
    const definition = { rule: 'expression', missing: 'all', reachedSoFar: false } as const
    const mean = { ...definition, expression: 'item.answer.weight().avg()' }
    expect((await scoreWithExpressions(form(two), given, { definition: mean })).total).toBe(0.15)
    expect(named(await scoreWithExpressions(form(two), given, { definition }))).toEqual(['expression-missing error'])
    expect(named(await scoreWithExpressions(form(two), given, { definition: { ...mean, expression: '%x' } }))).toEqual([
      'expression-failed error',
    ])
  })

  it('runs no other language, and no variable that hides a name of FHIR', async () => {
    const cql = { url: calculatedUrl, valueExpression: { language: 'text/cql', expression: 'weight' } }
    const hiding = extension(variableUrl, '1', 'resource')
    for (const one of [plain('t', 'decimal', { extension: [cql] }), total(weights, hiding)])
      expect(named(await scoreWithExpressions(form([...two, one]), given))).toEqual(['expression-failed t warning'])
  })
})

describe('the FHIRPath engine', () => {
  it('is not loaded for a form without a calculation, and is missed by name where it is not given', async () => {
    vi.resetModules()
    let isLoaded = false
    vi.doMock('fhirpath', () => {
      isLoaded = true
      return { default: {} }
    })
    const fresh = await import('./score-with-expressions.ts')
    expect((await fresh.scoreWithExpressions(form(two), given)).total).toBe(0.3)
    expect(isLoaded).toBe(false)
    vi.doUnmock('fhirpath')
    const result = score(form([...two, total(`${weights}.sum()`)]), given)
    expect([result.total, named(result)]).toEqual([0.3, ['expression-not-run t warning']])
  })

  it('is given the answers inside groups', async () => {
    const grouped = form([group('g', [...two, total(`${weights}.sum()`)])])
    const answers = response([filled('g', [chose('a', 2), chose('b', 2), gave('t', { valueDecimal: 0.6 })])])
    expect(await scoreWithExpressions(grouped, answers)).toMatchObject({ total: 0.6, problems: [] })
  })
})
