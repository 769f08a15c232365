// The places of a note where rules of the lexicon stand.

import type { Language } from '../../knowledge/index.ts'
import type { RuleMachine } from './compile-lexicon.ts'
import type { Stretch } from './context/surroundings.ts'
import { type Matches, matchSize } from './match-list.ts'
import type { Rule } from './rule.ts'

/** `first`, `last`: words counted through the note. `start`, `end`: UTF-16, end exclusive. */
export type Hit = Stretch & {
  readonly rule: Rule
  readonly sentence: number
  /** A negation is one of the pattern's own words. */
  readonly ownNegation: boolean
}

/**
 * A single word of the other language counts only where it can be meant: Spanish notes borrow long English words ("runaway",
 * "vaping"), English ones hardly any Spanish, and short words may be others (en "son", es "son").
 */
const shortWord = 5

const isForeign = (hit: Hit, language: Language): boolean =>
  hit.rule.language !== language && hit.first === hit.last && (language === 'en' || hit.end - hit.start < shortWord)

/** All hits, in the order in which they end. */
export function hitsOf(
  { numbers, count }: Matches,
  { rules, denies }: RuleMachine,
  language: Language,
): readonly Hit[] {
  const hits: Hit[] = []
  for (let to = 0; to < count * matchSize; to += matchSize) {
    const rule = rules[numbers[to] ?? 0]
    if (rule === undefined) continue
    const hit: Hit = {
      rule,
      first: numbers[to + 1] ?? 0,
      last: numbers[to + 2] ?? 0,
      start: numbers[to + 3] ?? 0,
      end: numbers[to + 4] ?? 0,
      sentence: numbers[to + 5] ?? 0,
      ownNegation: denies[numbers[to] ?? 0] === 1,
    }
    if (!isForeign(hit, language)) hits.push(hit)
  }
  return hits
}

/** The place of the first hit whose last word is `word` or a later one, among hits in the order in which they end. */
export function firstAfter(hits: readonly Hit[], word: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.last ?? Infinity) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Those that end within a stretch. */
export const endingIn = (hits: readonly Hit[], { first, last }: Stretch): readonly Hit[] =>
  hits.slice(firstAfter(hits, first), firstAfter(hits, last + 1))
