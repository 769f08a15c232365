// Words that stand in the same sets of all patterns are one symbol: all forms of a verb cost the machine as much as one.

import type { Pattern } from './pattern.ts'
import { keyOf } from './trie.ts'

export type Symbols = {
  readonly of: ReadonlyMap<string, number>
  readonly inSet: ReadonlyMap<string, readonly number[]>
  readonly count: number
}

/** Symbol 0 is every word that stands in no set. */
export function symbolsOf(patterns: readonly Pattern[]): Symbols {
  const sets = new Map<string, readonly string[]>()
  for (const pattern of patterns) for (const { words } of pattern) sets.set(keyOf(words), words)
  const memberships = new Map<string, number[]>()
  ;[...sets.values()].forEach((words, set) => {
    for (const word of words) memberships.set(word, [...(memberships.get(word) ?? []), set])
  })
  const numbers = new Map<string, number>()
  const of = new Map<string, number>()
  for (const [word, membership] of memberships) {
    const signature = membership.join()
    if (!numbers.has(signature)) numbers.set(signature, numbers.size + 1)
    of.set(word, numbers.get(signature) ?? 0)
  }
  const inSet = new Map([...sets].map(([key, words]) => [key, [...new Set(words.map((word) => of.get(word) ?? 0))]]))
  return { of, inSet, count: numbers.size + 1 }
}
