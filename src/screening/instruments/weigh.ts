// What each scored question counts, under the rule of the instrument: its weight, nothing because it is not answered, or
// nothing because the answer cannot be used.

import type { ScoringDefinition, ScoringRule } from './definition.ts'
import { sumOf } from './decimal.ts'
import type { Note } from './form-problem.ts'
import type { Judged } from './judge-answer.ts'
import { linkIdOf, type Reading } from './reading.ts'
import { said } from './yes-or-no.ts'

export type Weighed = {
  readonly linkId: string
  /** Null when the question is not answered or the answer cannot be used. */
  readonly weight: number | null
  readonly isAnswered: boolean
}

export type Weighing = { readonly rule: ScoringRule; readonly definition: ScoringDefinition | undefined }

export function weigh(readings: readonly Reading[], weighing: Weighing, note: Note): readonly Weighed[] {
  return readings.map((reading) => {
    const given = reading.judged.filter((one) => !saysNothing(one, weighing))
    const linkId = linkIdOf(reading)
    if (given.length === 0) return { linkId, weight: null, isAnswered: false }
    const weights = given.map((one) => weightOf(one, linkId, weighing, note))
    return { linkId, weight: together(weights, weighing.rule), isAnswered: true }
  })
}

/** "Not known" and "not asked" are no answer, unless the form gives them a weight. */
const saysNothing = ({ value, weight }: Judged, { definition }: Weighing): boolean =>
  weight === undefined && said(value, definition?.codes) === 'unanswered'

function weightOf(judged: Judged, linkId: string, { rule, definition }: Weighing, note: Note): number | null {
  const isByYes = rule === 'count-yes' || rule === 'any-yes'
  const ofYes = definition?.items?.find((one) => one.linkId === linkId)?.weight
  if (judged.value === undefined || judged.weight === 'unclear') return null
  if (!isByYes && judged.weight !== undefined) return judged.weight
  const word = said(judged.value, definition?.codes)
  if ((isByYes || ofYes !== undefined) && (word === 'yes' || word === 'no')) return word === 'yes' ? (ofYes ?? 1) : 0
  if (rule !== 'expression' && !isNamed(judged)) note(isByYes ? 'not-yes-or-no' : 'no-weight', linkId)
  return null
}

/** The answer already has a problem of its own. */
const isNamed = ({ slips }: Judged): boolean => slips.some((slip) => slip !== 'system-assumed')

/** Several answers to one question: their weights add up; one yes is a yes. */
function together(weights: readonly (number | null)[], rule: ScoringRule): number | null {
  const known = weights.filter((weight) => weight !== null)
  if (known.length < weights.length) return null
  return rule === 'sum' || rule === 'expression' ? sumOf(known) : Math.max(...known)
}
