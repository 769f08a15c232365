// Scores a form that may calculate: loads the FHIRPath engine only when the form or the instrument has an expression.

import { calculatedUrl } from './calculation.ts'
import { loadEvaluate } from './fhirpath-evaluate.ts'
import { score, type Score, type ScoreOptions } from './score.ts'

/** As `score`; the promise is never rejected because of what stands in the resources. */
export async function scoreWithExpressions(
  questionnaire: unknown,
  response: unknown,
  options: ScoreOptions = {},
): Promise<Score> {
  if (options.evaluate !== undefined || !mayCalculate(questionnaire, options))
    return score(questionnaire, response, options)
  return score(questionnaire, response, { ...options, evaluate: await loadEvaluate() })
}

const mayCalculate = (questionnaire: unknown, { definition }: ScoreOptions): boolean =>
  definition === undefined ? holds(questionnaire, calculatedUrl) : definition.rule === 'expression'

/** Whether this text stands somewhere as a value; to a sensible depth, as such a resource is refused anyway. */
const holds = (given: unknown, text: string, depth = 100): boolean =>
  given === text ||
  (typeof given === 'object' &&
    given !== null &&
    depth > 0 &&
    Object.values(given).some((one) => holds(one, text, depth - 1)))
