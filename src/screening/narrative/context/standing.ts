// Which phrases of a sentence stand: the longest wins ("no longer" is no "no"), and words inside a finding decide nothing about
// others.

import type { Hit } from '../hit.ts'
import { kindsOf } from './kinds.ts'
import { type Sentence, type Stretch, Surroundings, type Trigger } from './surroundings.ts'

function wordsOf(findings: readonly Stretch[]): ReadonlySet<number> {
  const words = new Set<number>()
  for (const { first, last } of findings) for (let word = first; word <= last; word++) words.add(word)
  return words
}

function isFree({ first, last }: Stretch, taken: ReadonlySet<number>): boolean {
  for (let word = first; word <= last; word++) if (taken.has(word)) return false
  return true
}

const length = ({ first, last }: Stretch): number => last - first

/** Phrases come in the order in which they end: those that may hold one are its neighbours. */
function isHeld(at: number, all: readonly Stretch[], longest: number): boolean {
  const inner = all[at]
  if (inner === undefined) return false
  const holds = (outer: Stretch | undefined): boolean =>
    outer !== undefined && outer.first <= inner.first && outer.last >= inner.last && length(outer) > length(inner)
  for (let i = at; i > 0 && all[i - 1]?.last === inner.last; i--) if (holds(all[i - 1])) return true
  for (let i = at + 1; i < all.length && (all[i]?.last ?? 0) <= inner.first + longest; i++)
    if (holds(all[i])) return true
  return false
}

function standing(triggers: readonly Trigger[], findings: readonly Stretch[]): readonly Trigger[] {
  if (triggers.length === 0) return triggers
  const taken = wordsOf(findings)
  const free = triggers.filter((trigger) => isFree(trigger, taken))
  const longest = free.reduce((most, trigger) => Math.max(most, length(trigger)), 0)
  return longest === 0 ? free : free.filter((_, at) => !isHeld(at, free, longest))
}

/** `hits`: those of the sentence, in the order in which they end. */
export function surroundingsOf(sentence: Sentence, hits: readonly Hit[], findings: readonly Stretch[]): Surroundings {
  const triggers: Trigger[] = []
  for (const { rule, first, last, start, end } of hits)
    if ('trigger' in rule.entry)
      triggers.push({ first, last, start, end, entry: rule.entry, kind: kindsOf(rule.entry.trigger) })
  return new Surroundings(sentence, standing(triggers, findings))
}
