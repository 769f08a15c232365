import { describe, expect, it } from 'vitest'

import { choice, chose, form, response } from '../../../tests/forms.ts'
import { score } from './score.ts'
import { toObservation } from './to-observation.ts'

const definition = {
  rule: 'sum',
  missing: 'all',
  reachedSoFar: true,
  subscores: { first: ['a'] },
  cutOffs: [
    { from: 0, band: 'below' },
    { from: 2, band: 'above' },
  ],
} as const
const subject = { reference: 'Patient/invented' }
const two = form([choice('a'), choice('b')])
const observed = (items: readonly Record<string, unknown>[], more: Record<string, unknown> = {}, ageYears = 14) => {
  const given = response(items, { id: 'r1', subject, authored: '2026-11-24T17:00:00Z', ...more })
  const validFor = { ageYears: { from: 12, to: 17 } }
  return toObservation(score(two, given, { definition, validFor, subject: { ageYears } }), given)
}
const both = [chose('a', 2), chose('b', 1)]
const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
})

describe('toObservation', () => {
  it('says total, band and subscores of a finished response, and where they come from', () => {
    expect(observed(both)).toEqual({
      resourceType: 'Observation',
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'SDV' }] },
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
      ],
      code: { text: 'Total of a screening instrument' },
      derivedFrom: [{ type: 'QuestionnaireResponse', reference: 'QuestionnaireResponse/r1' }],
      subject,
      effectiveDateTime: '2026-11-24T17:00:00Z',
      valueQuantity: { value: 3, unit: 'points', system: 'http://unitsofmeasure.org', code: '{score}' },
      interpretation: [{ text: 'above' }],
      component: [
        {
          code: { text: 'first' },
          valueQuantity: { value: 2, unit: 'points', system: 'http://unitsofmeasure.org', code: '{score}' },
        },
      ],
    })
  })

  it('says why there is no total', () => {
    const missing = observed([chose('b', 1)])
    expect(missing).toMatchObject({ status: 'preliminary', dataAbsentReason: reason('unknown') })
    expect(missing).not.toHaveProperty('valueQuantity')
    expect(observed([chose('a', 9), chose('b', 1)])).toMatchObject({ dataAbsentReason: reason('error') })
    expect(observed(both, {}, 9)).toMatchObject({ dataAbsentReason: reason('not-applicable') })
  })

  it('is preliminary while the response is not finished', () => {
    expect(observed(both, { status: 'in-progress' })).toMatchObject({
      status: 'preliminary',
      valueQuantity: { value: 3 },
    })
  })

  it('says of a band that is only reached so far that it is', () => {
    expect(observed([chose('a', 2)])).toMatchObject({ interpretation: [{ text: 'reached so far: above' }] })
  })

  it('never speaks of a probability', () => {
    expect(JSON.stringify(observed(both))).not.toMatch(/probab|risk/i)
  })

  it('takes whatever the response is', () => {
    expect(toObservation(score(two, null), null).derivedFrom).toEqual([
      { type: 'QuestionnaireResponse', display: 'A response that has no id' },
    ])
  })
})
