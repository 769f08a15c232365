// The patterns as a trie over word sets: patterns with the same beginning share it. Behind each prefix stand its waits, one for
// each gap that some pattern has there.

import type { Pattern } from './pattern.ts'
import type { WordSets } from './word-sets.ts'

/** `patterns`: those that end here. `waits`: gap -> the wait behind this prefix. */
export type Prefix = { readonly patterns: number[]; readonly waits: Map<number, number> }

/** `next`: the number of a word set -> the prefix behind it. */
export type Wait = { readonly gap: number; readonly next: Map<number, number> }

/** Prefix 0 is the empty one; wait 0, behind it, is where every pattern begins. */
export type Trie = { readonly prefixes: readonly Prefix[]; readonly waits: readonly Wait[] }

type Draft = { readonly prefixes: Prefix[]; readonly waits: Wait[] }

function waitBehind(draft: Draft, prefix: number, gap: number): number {
  const known = draft.prefixes[prefix]?.waits.get(gap)
  if (known !== undefined) return known
  draft.waits.push({ gap, next: new Map() })
  draft.prefixes[prefix]?.waits.set(gap, draft.waits.length - 1)
  return draft.waits.length - 1
}

function prefixAfter(draft: Draft, wait: number, set: number): number {
  const known = draft.waits[wait]?.next.get(set)
  if (known !== undefined) return known
  draft.prefixes.push({ patterns: [], waits: new Map() })
  draft.waits[wait]?.next.set(set, draft.prefixes.length - 1)
  return draft.prefixes.length - 1
}

export function trieOf(patterns: readonly Pattern[], { numberOf }: WordSets): Trie {
  const draft: Draft = { prefixes: [{ patterns: [], waits: new Map() }], waits: [] }
  waitBehind(draft, 0, 0)
  patterns.forEach((pattern, number) => {
    let prefix = 0
    for (const { gap, words } of pattern) prefix = prefixAfter(draft, waitBehind(draft, prefix, gap), numberOf(words))
    draft.prefixes[prefix]?.patterns.push(number)
  })
  return draft
}
