// Which calculation gives the total, and at which item of the form a total is recorded.

import { calculationBy, calculationsOf, readsWeights, type Calculation } from './calculation.ts'
import type { ScoringDefinition } from './definition.ts'
import type { Form } from './form.ts'
import type { FormProblemCode } from './form-problem.ts'

export type Chosen = {
  /** Undefined when the weights are simply added up. */
  readonly calculation?: Calculation
  readonly totalLinkId?: string
  readonly problem?: FormProblemCode
}

/**
 * An instrument's definition decides; without one, the calculation of the form that reads weights, or any when the form
 * has no weights. Of several none is chosen.
 */
export function chooseCalculation(form: Form, definition: ScoringDefinition | undefined, isWeighted: boolean): Chosen {
  const all = calculationsOf(form)
  const [only, ...others] = all.filter((one) => !isWeighted || readsWeights(one))
  const byForm = others.length === 0 ? only : undefined
  if (definition === undefined)
    return others.length > 0 ? { problem: 'several-totals' } : chosen(byForm, byForm?.linkId)
  const totalLinkId = definition.totalLinkId ?? byForm?.linkId
  if (definition.rule !== 'expression') return chosen(undefined, totalLinkId)
  if (definition.expression !== undefined) return chosen(calculationBy(definition.expression, form), totalLinkId)
  const named = definition.totalLinkId === undefined ? byForm : all.find(({ linkId }) => linkId === totalLinkId)
  if (named !== undefined) return chosen(named, totalLinkId)
  return {
    problem: others.length > 0 && definition.totalLinkId === undefined ? 'several-totals' : 'expression-missing',
  }
}

const chosen = (calculation: Calculation | undefined, totalLinkId: string | null | undefined): Chosen => ({
  ...(calculation === undefined ? {} : { calculation }),
  ...(typeof totalLinkId === 'string' ? { totalLinkId } : {}),
})
