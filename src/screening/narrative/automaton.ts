// All patterns as one machine over words. A state waits for the next word of everything that has begun alike, for as many words
// as its gap allows; states are shared by patterns with the same beginning. Idea: token tries with gaps, as n-trie of FastContext
// (PMC6171746) has them; measured in domain/text-engine.md.

import { buildVocabulary, type Vocabulary } from './vocabulary.ts'
import type { Pattern } from './pattern.ts'

/**
 * Targets of a (state, symbol) pair are stored as a run in `targets`, ended by -1: prefix numbers. A prefix may end patterns
 * (`ends`, run from `endsAt`) and may be waited behind in several states (`waits`, run from `waitsAt`), one for each gap.
 */
export type Automaton = {
  readonly vocabulary: Vocabulary
  readonly keys: Float64Array
  readonly runs: Int32Array
  readonly mask: number
  readonly targets: Int32Array
  readonly endsAt: Int32Array
  readonly ends: Int32Array
  readonly waitsAt: Int32Array
  readonly waits: Int32Array
  /** State -> words that may stand between. State 0 is the start. */
  readonly gaps: Uint8Array
  /** Word id -> symbol. Words that stand in the same sets are one symbol: all forms of a verb cost as much as one. */
  readonly symbolOf: Int32Array
  /** Keys are state * symbols + symbol. */
  readonly symbols: number
}

type Prefix = { readonly patterns: number[]; readonly states: Map<number, number> }
/** `next`: the key of a word set -> the prefix behind it. */
type State = { readonly gap: number; readonly next: Map<string, number> }
type Draft = { readonly prefixes: Prefix[]; readonly states: State[] }

function stateBehind(draft: Draft, prefix: number, gap: number): number {
  const known = draft.prefixes[prefix]?.states.get(gap)
  if (known !== undefined) return known
  draft.states.push({ gap, next: new Map() })
  draft.prefixes[prefix]?.states.set(gap, draft.states.length - 1)
  return draft.states.length - 1
}

function prefixAfter(draft: Draft, state: number, set: string): number {
  const known = draft.states[state]?.next.get(set)
  if (known !== undefined) return known
  draft.prefixes.push({ patterns: [], states: new Map() })
  draft.states[state]?.next.set(set, draft.prefixes.length - 1)
  return draft.prefixes.length - 1
}

function draftOf(patterns: readonly Pattern[]): Draft {
  const draft: Draft = { prefixes: [{ patterns: [], states: new Map() }], states: [] }
  stateBehind(draft, 0, 0)
  patterns.forEach((pattern, number) => {
    let prefix = 0
    for (const { gap, words } of pattern) prefix = prefixAfter(draft, stateBehind(draft, prefix, gap), keyOf(words))
    draft.prefixes[prefix]?.patterns.push(number)
  })
  return draft
}

/** Lists of numbers one after another, each ended by -1, with where each begins. */
function runsOf(lists: readonly (readonly number[])[]): { readonly at: Int32Array; readonly all: Int32Array } {
  const at = new Int32Array(lists.length)
  const all: number[] = []
  lists.forEach((list, number) => {
    at[number] = list.length === 0 ? -1 : all.length
    if (list.length > 0) all.push(...list, -1)
  })
  return { at, all: Int32Array.from(all) }
}

const keyOf = (words: readonly string[]): string => words.join(' ')

type Symbols = {
  readonly of: ReadonlyMap<string, number>
  readonly inSet: ReadonlyMap<string, readonly number[]>
  readonly count: number
}

/** Groups words by the sets that they stand in. Symbol 0 is every word that stands in none. */
function symbolsOf(patterns: readonly Pattern[]): Symbols {
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

function transitionsOf({ states }: Draft, { inSet, count }: Symbols): Map<number, number[]> {
  const found = new Map<number, number[]>()
  states.forEach(({ next }, state) => {
    for (const [set, prefix] of next)
      for (const symbol of inSet.get(set) ?? []) {
        const key = state * count + symbol
        const known = found.get(key)
        if (known === undefined) found.set(key, [prefix])
        else known.push(prefix)
      }
  })
  return found
}

/** The slot where a key is, or would be. Used for building here and by the matcher in its own loop. */
export function slotOf(state: number, symbol: number, mask: number): number {
  return (Math.imul(Math.imul(state, 0x85ebca6b) ^ Math.imul(symbol, 0xc2b2ae35), 0x9e3779b1) >>> 7) & mask
}

function hashed(found: Map<number, number[]>, symbols: number): Pick<Automaton, 'keys' | 'runs' | 'mask' | 'targets'> {
  const mask = 2 ** Math.max(6, Math.ceil(Math.log2(found.size * 2 + 1))) - 1
  const keys = new Float64Array(mask + 1).fill(-1)
  const runs = new Int32Array(mask + 1)
  const { at, all } = runsOf([...found.values()])
  let number = 0
  for (const key of found.keys()) {
    let slot = slotOf(Math.floor(key / symbols), key % symbols, mask)
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = key
    runs[slot] = at[number++] ?? -1
  }
  return { keys, runs, mask, targets: all }
}

/** Builds the machine; a match names a pattern by its place in the list. `extra`: words to know without a pattern. */
export function buildAutomaton(patterns: readonly Pattern[], extra: readonly string[] = []): Automaton {
  const starters = new Set(patterns.flatMap((pattern) => pattern[0]?.words ?? []))
  const every = new Set([...extra, ...patterns.flatMap((pattern) => pattern.flatMap((element) => element.words))])
  const vocabulary = buildVocabulary(every, starters)
  const symbols = symbolsOf(patterns)
  const draft = draftOf(patterns)
  const ends = runsOf(draft.prefixes.map((prefix) => prefix.patterns))
  const waits = runsOf(draft.prefixes.map((prefix, number) => (number === 0 ? [] : [...prefix.states.values()])))
  const symbolOf = new Int32Array(every.size + 1)
  for (const [word, id] of vocabulary.idOf) symbolOf[id] = symbols.of.get(word) ?? 0
  return {
    vocabulary,
    symbolOf,
    symbols: symbols.count,
    ...hashed(transitionsOf(draft, symbols), symbols.count),
    endsAt: ends.at,
    ends: ends.all,
    waitsAt: waits.at,
    waits: waits.all,
    gaps: Uint8Array.from(draft.states, (state) => state.gap),
  }
}
