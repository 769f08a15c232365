// From the weights to the total and the subscores, under the instrument's rule and its policy for missing answers.

import type { MissingPolicy, ScoringDefinition } from './definition.ts'
import { prorate, sumOf } from './decimal.ts'
import type { Note } from './form-problem.ts'
import type { Weighed, Weighing } from './weigh.ts'

export type Subscores = Readonly<Record<string, number | null>>

/** Each linkId once, in the order of the form. */
export const missingOf = (weighed: readonly Weighed[]): readonly string[] => [
  ...new Set(weighed.filter(({ isAnswered }) => !isAnswered).map(({ linkId }) => linkId)),
]

export const weightsOf = (weighed: readonly Weighed[]): readonly number[] =>
  weighed.map(({ weight }) => weight).filter((weight) => weight !== null)

/** What the weights come to so far; null when there are none. It says what is missing, and how bad that is. */
export function addUp(weighed: readonly Weighed[], { rule, definition }: Weighing, note: Note): number | null {
  const policy = definition?.missing ?? 'all'
  const [weights, missing] = [weightsOf(weighed), missingOf(weighed)]
  const answered = weighed.filter(({ isAnswered }) => isAnswered).length
  const isEnough = missing.length === 0 || answered >= leastOf(policy)
  for (const linkId of missing) note('missing-answer', linkId, isEnough ? { severity: 'warning' } : {})
  if (weights.length === 0) return null
  if (rule === 'any-yes') return weights.some((weight) => weight !== 0) ? 1 : 0
  if (!isEnough || missing.length === 0 || !scalesUp(policy)) return sumOf(weights)
  note('prorated', null, { detail: `${weights.length} of ${weighed.length}` })
  return prorate(weights, weights.length, weighed.length)
}

const leastOf = (policy: MissingPolicy): number =>
  policy === 'all' ? Number.POSITIVE_INFINITY : policy === 'prorate' ? 1 : policy.minimum

const scalesUp = (policy: MissingPolicy): boolean =>
  policy === 'prorate' || (typeof policy === 'object' && policy.prorate === true)

/** Null for a subscore of which an answer is missing or cannot be used, or of which nothing was to be asked. */
export function subscoresOf(weighed: readonly Weighed[], definition: ScoringDefinition | undefined): Subscores {
  return Object.fromEntries(
    Object.entries(definition?.subscores ?? {}).map(([name, linkIds]) => {
      const ours = weighed.filter(({ linkId }) => linkIds.includes(linkId))
      const weights = weightsOf(ours)
      return [name, weights.length === 0 || weights.length < ours.length ? null : sumOf(weights)]
    }),
  )
}
