// Which phrase silences which: the longest of a kind wins ("no longer" is no "no"), but a condition may hold a denial.

import { kindsOf } from './kinds.ts'
import type { Stretch, Trigger } from './surroundings.ts'

const assertion = kindsOf('pre-negated', 'post-negated', 'pre-possible', 'post-possible', 'asked', 'echo-no')
const time = kindsOf('pre-historical', 'historical', 'current', 'ended', 'not-since', 'pre-hypothetical')
const person = kindsOf('other-person', 'child-person', 'pronoun')
const form = kindsOf('yes', 'no', 'unknown')

const everything = kindsOf('pseudo', 'ended', 'not-since', 'general', 'family-heading')
const overPersons = kindsOf('historical', 'pre-historical', 'pre-hypothetical')
const general = kindsOf('general')
const denial = kindsOf('pre-negated')
const condition = kindsOf('pre-hypothetical')

/** All kinds that speak of the same as this one; 0 when it stands alone. */
const dimensionOf = (kind: number): number => [assertion, time, person, form].find((all) => (all & kind) !== 0) ?? 0

export const length = ({ first, last }: Stretch): number => last - first

const holds = (outer: Stretch, inner: Stretch): boolean =>
  outer.first <= inner.first && outer.last >= inner.last && length(outer) > length(inner)

/** A longer phrase silences what it holds of its own kind; "whether if" a condition, "as a child" a person. */
export function silences(outer: Trigger, inner: Trigger): boolean {
  if (!holds(outer, inner)) return false
  if ((outer.kind & everything) !== 0) return inner.kind !== general
  const [mine, its] = [dimensionOf(outer.kind), dimensionOf(inner.kind)]
  if (mine === its) return mine !== 0
  // "Make sure that she has no second phone".
  if (outer.kind === condition && inner.kind === denial) return inner.last === outer.last
  // "Whether if", "no risk of"; but "asked what to do if" stays a condition.
  if (inner.kind === condition)
    return mine === assertion && (inner.first === inner.last || (outer.kind === denial && inner.last === outer.last))
  return its === person && (outer.kind & overPersons) !== 0
}
