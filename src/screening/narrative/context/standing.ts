// Which phrases of a sentence stand: the longest wins ("no longer" is no "no"), and words inside a finding decide nothing about
// others.

import type { Hit } from '../hit.ts'
import { kindsOf } from './kinds.ts'
import { length, silences } from './silences.ts'
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

const denials = kindsOf('pre-negated')

/**
 * "Safe, no visible injury": a denial at the end of one finding's words, or inside two that overlap, denies what follows; "negative for
 * substance use, gang ties" denies its list.
 */
function opensNext({ entry, kind, first, last }: Trigger, findings: readonly Stretch[]): boolean {
  if ((kind & denials) === 0) return false
  const holders = findings.filter((one) => one.first <= first && one.last >= last)
  const near = holders.every((one) => one.last <= last + 2 || one.first === first)
  if (entry.scope === 'list') return near
  const next = findings.some((one) => one.first === last + 1)
  return next && holders.length > 0 && near
}

/** Phrases come in the order in which they end: those that may silence one are its neighbours. */
function isSilenced(at: number, all: readonly Trigger[], longest: number): boolean {
  const inner = all[at]
  if (inner === undefined) return false
  const bySome = (outer: Trigger | undefined): boolean => outer !== undefined && silences(outer, inner)
  for (let i = at; i > 0 && all[i - 1]?.last === inner.last; i--) if (bySome(all[i - 1])) return true
  for (let i = at + 1; i < all.length && (all[i]?.last ?? 0) <= inner.first + longest; i++)
    if (bySome(all[i])) return true
  return false
}

const echoNo = kindsOf('echo-no')
const pseudo = kindsOf('pseudo')

/** A denial that answers stands at the end of what is said: "said no.", not "said no one came". */
const answersHere = (text: string, { kind, end }: Trigger): boolean =>
  kind !== echoNo ||
  /^\s*(?:$|[.,;:!?)\]"'”’»–—-]|(?:y|and|to|a|all|but|pero|en|on|for)\b)/iu.test(text.slice(end, end + 6))

function standing(text: string, triggers: readonly Trigger[], findings: readonly Stretch[]): readonly Trigger[] {
  if (triggers.length === 0) return triggers
  const taken = wordsOf(findings)
  const free = triggers.filter(
    (one) => answersHere(text, one) && (one.kind === pseudo || isFree(one, taken) || opensNext(one, findings)),
  )
  const longest = free.reduce((most, trigger) => Math.max(most, length(trigger)), 0)
  return longest === 0 ? free : free.filter((_, at) => !isSilenced(at, free, longest))
}

/** `hits`: those of the sentence, in the order in which they end. */
export function surroundingsOf(sentence: Sentence, hits: readonly Hit[], findings: readonly Stretch[]): Surroundings {
  const triggers: Trigger[] = []
  for (const { rule, first, last, start, end } of hits)
    if ('trigger' in rule.entry)
      triggers.push({ first, last, start, end, entry: rule.entry, kind: kindsOf(rule.entry.trigger) })
  return new Surroundings(sentence, standing(sentence.text, triggers, findings))
}
