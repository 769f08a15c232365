// Forms with a scoring definition, and a way to score them, for the tests of scoring by definition.

import { parseScoringDefinition, score, type ScoreOptions } from '../src/screening/index.ts'
import { choice, form, plain, response, said } from './forms.ts'

type Json = Readonly<Record<string, unknown>>

export function definition(given: Json) {
  const read = parseScoringDefinition(given)
  if (!read.ok) throw new Error(read.why)
  return read.definition
}

export const yesNo = form(['a', 'b', 'c'].map((linkId) => plain(linkId, 'boolean')))
export const items = [{ linkId: 'a' }, { linkId: 'b' }, { linkId: 'c', weight: 3 }]
export const cutOffs = [
  { from: 0, band: 'below' },
  { from: 2, band: 'above' },
]
export const yesses = (...values: readonly boolean[]) =>
  response(values.map((value, at) => said(['a', 'b', 'c'][at] ?? '', value)))
export const by = (given: Json, questionnaire: unknown, answers: unknown, more: ScoreOptions = {}) =>
  score(questionnaire, answers, { definition: definition(given), ...more })

export const counting = { rule: 'count-yes', items, cutOffs }
export const choices = form([choice('a'), choice('b'), choice('c'), choice('d')])
