// The places of a note where rules of the lexicon stand.

import type { Language } from '../../knowledge/index.ts'
import type { Stretch } from './context/surroundings.ts'
import { type Matches, matchSize } from './matcher.ts'
import type { Rule } from './rule.ts'

/** `first`, `last`: words counted through the note. `start`, `end`: UTF-16, end exclusive. */
export type Hit = Stretch & { readonly rule: Rule; readonly sentence: number }

/** A short word may be another word in the other language (en "son", es "son"): it counts in its own only. */
const shortWord = 5

const isForeign = (hit: Hit, language: Language): boolean =>
  hit.rule.language !== language && hit.first === hit.last && hit.end - hit.start < shortWord

/** All hits, in the order in which they end. `rules`: pattern number -> rule. */
export function hitsOf({ numbers, count }: Matches, rules: readonly Rule[], language: Language): readonly Hit[] {
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
    }
    if (!isForeign(hit, language)) hits.push(hit)
  }
  return hits
}
