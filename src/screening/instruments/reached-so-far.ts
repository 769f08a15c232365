// A cut-off that the answers given so far already reach: a positive screen need not wait for the last question.

import { choicesOf } from './choices.ts'
import { reachedBand } from './cut-off.ts'
import type { ScoringDefinition } from './definition.ts'
import type { FilledIn } from './fill-in.ts'
import type { Scoring } from './find-total.ts'
import { placesOf, type Form } from './form.ts'
import { isWhole } from './form-problem.ts'

/** Null unless the definition allows it, missing answers are the only errors, and no weight could lower the total again. */
export function bandReachedSoFar(
  soFar: number | null,
  filled: FilledIn,
  { definition, form, problems, note }: Scoring,
): string | null {
  if (definition?.reachedSoFar !== true || definition.rule === 'expression' || soFar === null) return null
  if (!isWhole(problems) || mayFall(definition, filled, form)) return null
  const band = reachedBand(soFar, definition.cutOffs ?? [])
  if (band !== null) note('reached-so-far', null)
  return band
}

function mayFall({ items = [] }: ScoringDefinition, { readings, terms }: FilledIn, form: Form): boolean {
  const offered = placesOf(form.item).flatMap(({ item }) => choicesOf(item, terms).choices)
  const given = readings.flatMap((one) => one.judged)
  return [...items, ...offered, ...given].some(({ weight }) => typeof weight === 'number' && weight < 0)
}
