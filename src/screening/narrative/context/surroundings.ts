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

type Dimension = 'assertion' | 'time' | 'person' | 'form'

const dimensions: Readonly<Partial<Record<TriggerKind, Dimension>>> = {
  'pre-negated': 'assertion',
  'post-negated': 'assertion',
  'pre-possible': 'assertion',
  'post-possible': 'assertion',
  asked: 'assertion',
  'echo-no': 'assertion',
  'pre-historical': 'time',
  historical: 'time',
  current: 'time',
  ended: 'time',
  'not-since': 'time',
  'pre-hypothetical': 'time',
  'other-person': 'person',
  'child-person': 'person',
  pronoun: 'person',
  yes: 'form',
  no: 'form',
  unknown: 'form',
}

const everything: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'pseudo',
  'ended',
  'not-since',
  'general',
  'family-heading',
])
const overPersons: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['historical', 'pre-historical', 'pre-hypothetical'])

/** A longer phrase silences what it holds of its own kind; "whether if" a condition, "as a child" a person. */
function silences(outer: Trigger, inner: Trigger): boolean {
  if (!holds(outer, inner) || !longer(outer, inner)) return false
  const [mine, its] = [outer.entry.trigger, inner.entry.trigger]
  if (everything.has(mine)) return its !== 'general'
  if (dimensions[mine] === dimensions[its]) return dimensions[mine] !== undefined
  if (its === 'pre-hypothetical') return dimensions[mine] === 'assertion' && inner.first === inner.last
  return dimensions[its] === 'person' && overPersons.has(mine)
}

/** A denial that answers stands at the end of what is said: "said no.", not "said no one came". */
const answersHere = (text: string, { entry, end }: Trigger): boolean =>
  entry.trigger !== 'echo-no' ||
  /^\s*(?:$|[.,;:!?)\]"'”’»–—-]|(?:y|and|to|a|all|but|pero|en|on|for)\b)/iu.test(text.slice(end, end + 6))

/** The longest phrase wins ("no longer" is no "no"), and words inside a finding decide nothing about others. */
function standing(text: string, triggers: readonly Trigger[], findings: readonly Stretch[]): readonly Trigger[] {
  const free = triggers.filter(
    (trigger) =>
      answersHere(text, trigger) &&
      (trigger.entry.trigger === 'pseudo' || !findings.some((finding) => overlaps(finding, trigger))),
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
  return { ...sentence, triggers: standing(text, triggers, findings), boxes: boxesIn(text, start, end) }
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
