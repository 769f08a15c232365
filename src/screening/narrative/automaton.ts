// All patterns as one machine over words. A state waits for the next word of everything that has begun alike, for as many words
// as its gap allows. Idea: token tries with gaps, as n-trie of FastContext (PMC6171746) has them; measured in
// domain/text-engine.md. Waits that begin together and last as long are one state (subset construction), so that few are under way.

import type { Pattern } from './pattern.ts'
import { type Symbols, symbolsOf } from './symbols.ts'
import { type Trie, trieOf } from './trie.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

/**
 * What a word does in a state is a run in `actions`, ended by `runEnd`: a state that begins to wait (>= 0), or a pattern that
 * ends here (its number's complement, < 0).
 */
export type Automaton = {
  readonly vocabulary: Vocabulary
  /** Symbol -> its run at the start, -1 when no pattern begins with it. */
  readonly startRuns: Int32Array
  /** (state, symbol) by hash; keys are state * symbols + symbol, -1 where empty. */
  readonly keys: Float64Array
  /** Where the run of a key begins. */
  readonly runs: Int32Array
  readonly mask: number
  readonly actions: Int32Array
  /** State -> words that may stand between. State 0 is the start. */
  readonly gaps: Uint8Array
  /** State -> the symbols that lead on from it, symbol s as bit s & 31. */
  readonly next: Int32Array
  /** Word id -> symbol. */
  readonly symbolOf: Int32Array
  readonly symbols: number
  readonly patterns: number
}

export const runEnd = 0x7fffffff

/** States are sets of waits of one gap. */
type Draft = { readonly members: (readonly number[])[]; readonly gaps: number[]; readonly known: Map<string, number> }

/** State, symbol -> the prefixes that are reached. */
type Step = { readonly state: number; readonly symbol: number; readonly prefixes: readonly number[] }

function stateOf(draft: Draft, gap: number, waits: readonly number[]): number {
  const key = waits.join()
  const known = draft.known.get(key)
  if (known !== undefined) return known
  draft.known.set(key, draft.members.length)
  draft.members.push(waits)
  draft.gaps.push(gap)
  return draft.members.length - 1
}

function stepsFrom(state: number, waits: readonly number[], trie: Trie, { inSet }: Symbols): readonly Step[] {
  const reached = new Map<number, number[]>()
  for (const wait of waits)
    for (const [set, prefix] of trie.waits[wait]?.next ?? [])
      for (const symbol of inSet.get(set) ?? []) {
        const known = reached.get(symbol)
        if (known === undefined) reached.set(symbol, [prefix])
        else known.push(prefix)
      }
  return [...reached].map(([symbol, prefixes]) => ({ state, symbol, prefixes }))
}

/** The patterns that end, then the states that begin to wait. */
function actionsOf(draft: Draft, prefixes: readonly number[], trie: Trie): readonly number[] {
  const byGap = new Map<number, number[]>()
  for (const prefix of prefixes)
    for (const [gap, wait] of trie.prefixes[prefix]?.waits ?? []) byGap.set(gap, [...(byGap.get(gap) ?? []), wait])
  return [
    ...prefixes.flatMap((prefix) => (trie.prefixes[prefix]?.patterns ?? []).map((pattern) => ~pattern)),
    ...[...byGap].map(([gap, waits]) =>
      stateOf(
        draft,
        gap,
        waits.sort((a, b) => a - b),
      ),
    ),
    runEnd,
  ]
}

/** The slot where a key is, or would be. Used for building here and by the matcher in its own loop. */
export function slotOf(state: number, symbol: number, mask: number): number {
  return (Math.imul(Math.imul(state, 0x85ebca6b) ^ Math.imul(symbol, 0xc2b2ae35), 0x9e3779b1) >>> 7) & mask
}

type Tables = Pick<Automaton, 'keys' | 'runs' | 'mask'>

function hashed(entries: readonly (readonly [number, number, number])[], symbols: number): Tables {
  const mask = 2 ** Math.max(6, Math.ceil(Math.log2(entries.length * 2 + 1))) - 1
  const keys = new Float64Array(mask + 1).fill(-1)
  const runs = new Int32Array(mask + 1)
  for (const [state, symbol, run] of entries) {
    let slot = slotOf(state, symbol, mask)
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = state * symbols + symbol
    runs[slot] = run
  }
  return { keys, runs, mask }
}

type Machine = Omit<Automaton, 'vocabulary' | 'symbolOf' | 'patterns'>

function machineOf(trie: Trie, symbols: Symbols): Machine {
  const draft: Draft = { members: [[0]], gaps: [0], known: new Map([['0', 0]]) }
  const startRuns = new Int32Array(symbols.count).fill(-1)
  const entries: (readonly [number, number, number])[] = []
  const actions: number[] = []
  const next: number[] = [0]
  // The list grows while it is walked: a step may name a state that nobody has seen yet.
  for (let state = 0; state < draft.members.length; state++)
    for (const { symbol, prefixes } of stepsFrom(state, draft.members[state] ?? [], trie, symbols)) {
      if (state === 0) startRuns[symbol] = actions.length
      else {
        entries.push([state, symbol, actions.length])
        next[state] = (next[state] ?? 0) | (1 << (symbol & 31))
      }
      for (const action of actionsOf(draft, prefixes, trie)) actions.push(action)
    }
  const gaps = Uint8Array.from(draft.gaps)
  return {
    ...hashed(entries, symbols.count),
    startRuns,
    actions: Int32Array.from(actions),
    gaps,
    next: Int32Array.from(draft.gaps, (_, state) => next[state] ?? 0),
    symbols: symbols.count,
  }
}

/** Builds the machine; a match names a pattern by its place in the list. */
export function buildAutomaton(patterns: readonly Pattern[]): Automaton {
  const starters = new Set(patterns.flatMap((pattern) => pattern[0]?.words ?? []))
  const every = new Set(patterns.flatMap((pattern) => pattern.flatMap((element) => element.words)))
  const vocabulary = buildVocabulary(every, starters)
  const symbols = symbolsOf(patterns)
  const symbolOf = new Int32Array(every.size + 1)
  for (const [word, id] of vocabulary.idOf) symbolOf[id] = symbols.of.get(word) ?? 0
  return { vocabulary, symbolOf, patterns: patterns.length, ...machineOf(trieOf(patterns), symbols) }
}
