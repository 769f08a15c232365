// The total: what the weights add up to, or what a calculation gives, held against the total that was recorded.

import { annotate } from './annotate.ts'
import { calculate } from './calculate.ts'
import type { Calculation, Evaluate } from './calculation.ts'
import { chooseCalculation } from './choose-calculation.ts'
import type { ScoringDefinition } from './definition.ts'
import type { FilledIn } from './fill-in.ts'
import type { Form } from './form.ts'
import { hasError, type FormProblem, type Note } from './form-problem.ts'
import { scoredOf } from './reading.ts'
import { noteRecorded } from './recorded-total.ts'
import type { Response } from './response.ts'

/** One form being scored. */
export type Scoring = {
  readonly form: Form
  readonly response: Response
  /** The form as it was given. */
  readonly questionnaire: unknown
  readonly definition: ScoringDefinition | undefined
  readonly evaluate: Evaluate | undefined
  readonly note: Note
  readonly problems: readonly FormProblem[]
}

/** `added`: what the weights come to; null when there are none. */
export function findTotal(added: number | null, filled: FilledIn, scoring: Scoring): number | null {
  const { form, definition, note, problems } = scoring
  const isWeighted = scoredOf(filled.readings, undefined).size > 0
  const { calculation, totalLinkId, problem } = chooseCalculation(form, definition, isWeighted)
  if (problem !== undefined) note(problem, null)
  const total = calculation === undefined ? added : calculated(calculation, added, filled, scoring)
  if (total === null && !hasError(problems)) note('nothing-scored', null)
  if (total !== null && totalLinkId !== undefined && !hasError(problems))
    noteRecorded(filled.readings, totalLinkId, total, note)
  return total
}

/** Without a definition, weights that add up stand in for a calculation that cannot be run: that is what SDC means by them. */
function calculated(calculation: Calculation, added: number | null, filled: FilledIn, scoring: Scoring): number | null {
  const { definition, note, problems } = scoring
  const result = calculate(calculation, runningOf(filled, scoring))
  const isSpoilt = hasError(problems)
  const sum = definition === undefined ? added : null
  if (result.ok) {
    if (sum !== null && sum !== result.value && !isSpoilt) note('differs-from-sum', calculation.linkId, { detail: sum })
    return result.value
  }
  const isRun = result.code !== 'expression-failed' && result.code !== 'expression-not-run'
  // No result is what a spoilt form should give.
  if (isRun && isSpoilt) return null
  const standsIn = !isRun && sum !== null
  note(
    result.code,
    calculation.linkId,
    standsIn ? { severity: 'warning', detail: ' The weights were added up instead.' } : {},
  )
  return standsIn ? sum : null
}

function runningOf({ readings, ignored }: FilledIn, { response, questionnaire, evaluate }: Scoring) {
  const judged = new Map(readings.flatMap((one) => one.judged).map((one) => [one.answer, one]))
  return { evaluate, questionnaire, response: annotate(response, judged, (answer) => !ignored.has(answer)) }
}
