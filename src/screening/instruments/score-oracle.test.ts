// Random forms with random answers, against a slow and obvious reckoning: whatever is not answered as the form says has no
// total, and everything else is a sum of whole hundredths.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { choice, chose, filled, form, group, plain, response, said } from '../../../tests/forms.ts'
import { loadEvaluate } from './fhirpath-evaluate.ts'
import { score } from './score.ts'

type Question = {
  readonly hundredths: readonly number[]
  readonly repeats: boolean
  /** Indexes of answers; one beyond the last is an unknown code. */
  readonly chosen: readonly number[]
  /** Undefined: not gated. Else asked only when the answer to its gate is yes. */
  readonly gate: boolean | undefined
  readonly isInGroup: boolean
}

const question = fc
  .record({
    hundredths: fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 1, maxLength: 5 }),
    repeats: fc.boolean(),
    gate: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
    isInGroup: fc.boolean(),
    picks: fc.uniqueArray(fc.nat(30), { maxLength: 2 }),
  })
  .map(({ picks, ...one }): Question => ({
    ...one,
    chosen: picks.map((pick) => pick % (one.hundredths.length + (pick === 30 ? 1 : 0))),
  }))

const questions = fc.array(question, { minLength: 1, maxLength: 8 })

const gateOf = (at: number) => `gate${at}`

function formOf(list: readonly Question[]) {
  const items = list.map(({ hundredths, repeats, gate, isInGroup }, at) => {
    const enableWhen = [{ question: gateOf(at), operator: '=', answerBoolean: true }]
    const item = choice(
      `q${at}`,
      hundredths.map((one) => one / 100),
      { repeats, ...(gate === undefined ? {} : { enableWhen }) },
    )
    return [...(gate === undefined ? [] : [plain(gateOf(at), 'boolean')]), isInGroup ? group(`g${at}`, [item]) : item]
  })
  return form(items.flat())
}

function responseOf(list: readonly Question[]) {
  const items = list.map(({ chosen, gate, isInGroup }, at) => {
    const given = chosen.length === 0 ? [] : [chose(`q${at}`, ...chosen)]
    return [...(gate === undefined ? [] : [said(gateOf(at), gate)]), ...(isInGroup ? [filled(`g${at}`, given)] : given)]
  })
  return response(items.flat())
}

/** The slow and obvious reckoning. */
function reckon(list: readonly Question[]): number | null {
  const asked = list.filter(({ gate }) => gate !== false)
  if (asked.length === 0) return null
  let sum = 0
  for (const { hundredths, chosen, repeats } of asked) {
    if (chosen.length === 0 || (chosen.length > 1 && !repeats)) return null
    for (const at of chosen) {
      const weight = hundredths[at]
      if (weight === undefined) return null
      sum += weight
    }
  }
  return sum / 100
}

const whole = { numRuns: 500 }

describe('score', () => {
  it('is the obvious sum, or null with an error', () => {
    let totals = 0
    fc.assert(
      fc.property(questions, (list) => {
        const result = score(formOf(list), responseOf(list))
        expect(result.total).toBe(reckon(list))
        expect(result.problems.some(({ severity }) => severity === 'error')).toBe(result.total === null)
        totals += result.total === null ? 0 : 1
      }),
      whole,
    )
    expect(totals).toBeGreaterThan(20)
  })

  it('names as missing what was to be asked and is not answered, in the order of the form', () => {
    fc.assert(
      fc.property(questions, (list) => {
        const open = list.flatMap(({ gate, chosen }, at) => (gate !== false && chosen.length === 0 ? [`q${at}`] : []))
        expect(score(formOf(list), responseOf(list)).missing).toEqual(open)
      }),
      whole,
    )
  })

  it('does not depend on the order of the items of the response', () => {
    fc.assert(
      fc.property(questions, (list) => {
        const given = responseOf(list)
        expect(score(formOf(list), { ...given, item: given.item.toReversed() })).toEqual(score(formOf(list), given))
      }),
    )
  })

  it('gives the total that a calculation of the form gives', async () => {
    const evaluate = await loadEvaluate()
    const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
    const valueExpression = { language: 'text/fhirpath', expression: '%resource.repeat(item).answer.weight().sum()' }
    const total = plain('total', 'decimal', { extension: [{ url, valueExpression }] })
    fc.assert(
      fc.property(questions, (list) => {
        const { item, ...rest } = formOf(list)
        expect(score({ ...rest, item: [...item, total] }, responseOf(list), { evaluate }).total).toBe(reckon(list))
      }),
    )
  })
})
