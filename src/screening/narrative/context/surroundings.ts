// What stands around the findings of one sentence: the phrases of context in it, and its commas, brackets and check boxes.

import type { TriggerEntry, TriggerKind } from '../../../knowledge/index.ts'
import type { Hit } from '../hit.ts'
import { type Box, boxesIn } from './boxes.ts'

export type Trigger = Hit & { readonly entry: TriggerEntry }

/** A stretch of words: UTF-16 offsets (end exclusive) and word numbers. */
export type Stretch = { readonly start: number; readonly end: number; readonly first: number; readonly last: number }

export type Surroundings = {
  readonly text: string
  /** The sentence: UTF-16, end exclusive. */
  readonly start: number
  readonly end: number
  readonly triggers: readonly Trigger[]
  readonly boxes: readonly Box[]
}

const holds = (outer: Stretch, inner: Stretch): boolean => outer.first <= inner.first && outer.last >= inner.last

const longer = (a: Stretch, b: Stretch): boolean => a.last - a.first > b.last - b.first

const overlaps = (a: Stretch, b: Stretch): boolean => a.first <= b.last && b.first <= a.last

/** "No history of" says both: not, and of the past. */
const saysBoth = (outer: Trigger, inner: Trigger): boolean =>
  outer.entry.trigger === 'pre-negated' && inner.entry.trigger === 'pre-historical'

const silences = (outer: Trigger, inner: Trigger): boolean =>
  holds(outer, inner) && longer(outer, inner) && !saysBoth(outer, inner)

/** The longest phrase wins ("no longer" is no "no"), and words inside a finding decide nothing about others. */
function standing(triggers: readonly Trigger[], findings: readonly Stretch[]): readonly Trigger[] {
  const free = triggers.filter(
    (trigger) => trigger.entry.trigger === 'pseudo' || !findings.some((finding) => overlaps(finding, trigger)),
  )
  return free.filter((trigger) => !free.some((other) => silences(other, trigger)))
}

export function surroundingsOf(
  sentence: Pick<Surroundings, 'text' | 'start' | 'end'>,
  hits: readonly Hit[],
  findings: readonly Stretch[],
): Surroundings {
  const triggers = hits.flatMap((hit): readonly Trigger[] =>
    'trigger' in hit.rule.entry ? [{ ...hit, entry: hit.rule.entry }] : [],
  )
  const { text, start, end } = sentence
  return { ...sentence, triggers: standing(triggers, findings), boxes: boxesIn(text, start, end) }
}

export const isKind = (trigger: Trigger, kinds: readonly TriggerKind[]): boolean =>
  kinds.includes(trigger.entry.trigger)

/** Triggers of these kinds that end before a place, nearest first. */
export const before = ({ triggers }: Surroundings, at: number, kinds: readonly TriggerKind[]): readonly Trigger[] =>
  triggers.filter((trigger) => trigger.end <= at && isKind(trigger, kinds)).toSorted((a, b) => b.end - a.end)

/** Triggers of these kinds that begin after a place, nearest first. */
export const after = ({ triggers }: Surroundings, at: number, kinds: readonly TriggerKind[]): readonly Trigger[] =>
  triggers.filter((trigger) => trigger.start >= at && isKind(trigger, kinds)).toSorted((a, b) => a.start - b.start)

/** Whether one of these kinds lies between two places. */
export const between = (
  around: Surroundings,
  from: number,
  to: number,
  kinds: readonly TriggerKind[],
): readonly Trigger[] =>
  around.triggers.filter((trigger) => trigger.start >= from && trigger.end <= to && isKind(trigger, kinds))
