// All patterns as one machine over words. A state waits for the next word of everything that has begun alike, for as many words
// as its gap allows. Idea: token tries with gaps, as n-trie of FastContext (PMC6171746) has them; measured in
// domain/text-engine.md. Waits that begin together and last as long are one state (subset construction), so that few are under way.

import type { Pattern } from './pattern.ts'
import { type Symbols, symbolsOf } from './symbols.ts'
import { type Trie, trieOf } from './trie.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'
import { wordSets } from './word-sets.ts'

/**
 * What a word does in a state is a run in `actions`, ended by `runEnd`: a state that begins to wait (>= 0), or a pattern that
 * ends here (its number's complement, < 0). `limits` + n: what follows, up to the next of these, is for waits that n words may stand before.
 */
export type Automaton = {
  readonly vocabulary: Vocabulary
  /** Symbol -> the run of what is whole with this one word, -1 for nothing. */
  readonly startRuns: Int32Array
  /** Symbol -> the state in which all that begins with it waits, -1 when nothing does. */
  readonly startStates: Int32Array
  /** (state, symbol) by hash; keys are state * symbols + symbol, -1 where empty. */
  readonly keys: Float64Array
  /** Where the run of a key begins. */
  readonly runs: Int32Array
  readonly mask: number
  readonly actions: Int32Array
  /** State -> words that may stand between, at most. */
  readonly gaps: Uint8Array
  /** State -> the symbols that lead on from it, symbol s as bit s & 31. */
  readonly next: Int32Array
  /** Word id -> symbol. */
  readonly symbolOf: Int32Array
  readonly symbols: number
  readonly patterns: number
}

export const runEnd = 0x7fffffff
export const limits = runEnd - 256

/** Waits of one gap. A state is one such set; a beginning waits for all gaps at once. */
type Waits = { readonly gap: number; readonly waits: readonly number[] }

type Draft = {
  readonly members: (readonly Waits[])[]
  readonly known: Map<string, number>
  readonly actions: Map<string, readonly number[]>
}

function stateOf(draft: Draft, members: readonly Waits[]): number {
  const key = members.map(({ gap, waits }) => `${String(gap)}:${waits.join()}`).join(' ')
  const known = draft.known.get(key)
  if (known !== undefined) return known
  draft.known.set(key, draft.members.length)
  draft.members.push(members)
  return draft.members.length - 1
}

/** Symbol -> the prefixes that are reached. */
function stepsFrom(waits: readonly number[], trie: Trie, { inSet }: Symbols): ReadonlyMap<number, readonly number[]> {
  const reached = new Map<number, number[]>()
  for (const wait of waits)
    for (const [set, prefix] of trie.waits[wait]?.next ?? [])
      for (const symbol of inSet[set] ?? []) {
        const known = reached.get(symbol)
        if (known === undefined) reached.set(symbol, [prefix])
        else known.push(prefix)
      }
  return reached
}

const ended = (prefixes: readonly number[], trie: Trie): readonly number[] =>
  prefixes.flatMap((prefix) => (trie.prefixes[prefix]?.patterns ?? []).map((pattern) => ~pattern))

/** What may stand behind these prefixes, gap by gap. */
function waitsBehind(prefixes: readonly number[], trie: Trie): readonly Waits[] {
  const byGap = new Map<number, number[]>()
  for (const prefix of prefixes)
    for (const [gap, wait] of trie.prefixes[prefix]?.waits ?? []) {
      const known = byGap.get(gap)
      if (known === undefined) byGap.set(gap, [wait])
      else known.push(wait)
    }
  return Array.from(byGap, ([gap, waits]) => ({ gap, waits: waits.sort((a, b) => a - b) }))
}

/** The patterns that end, then the states that begin to wait: worked out once for all symbols that lead there. */
function actionsOf(draft: Draft, prefixes: readonly number[], trie: Trie): readonly number[] {
  const key = prefixes.join()
  const known = draft.actions.get(key)
  if (known !== undefined) return known
  const waiting = waitsBehind(prefixes, trie).map((waits) => stateOf(draft, [waits]))
  const actions = [...ended(prefixes, trie), ...waiting]
  draft.actions.set(key, actions)
  return actions
}

/** Symbol -> its run in a state. */
function runsFrom(
  draft: Draft,
  members: readonly Waits[],
  trie: Trie,
  symbols: Symbols,
): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { gap, waits } of members)
    for (const [symbol, prefixes] of stepsFrom(waits, trie, symbols)) {
      const run = runs.get(symbol) ?? []
      runs.set(symbol, run)
      run.push(limits + gap, ...actionsOf(draft, prefixes, trie))
    }
  return runs
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

type Starts = Pick<Automaton, 'startRuns' | 'startStates'>

function startsOf(draft: Draft, actions: number[], trie: Trie, symbols: Symbols): Starts {
  const startRuns = new Int32Array(symbols.count).fill(-1)
  const startStates = new Int32Array(symbols.count).fill(-1)
  for (const [symbol, prefixes] of stepsFrom([0], trie, symbols)) {
    const whole = ended(prefixes, trie)
    if (whole.length > 0) startRuns[symbol] = actions.length
    if (whole.length > 0) actions.push(...whole, runEnd)
    const behind = waitsBehind(prefixes, trie)
    if (behind.length > 0) startStates[symbol] = stateOf(draft, behind)
  }
  return { startRuns, startStates }
}

function machineOf(trie: Trie, symbols: Symbols): Machine {
  const draft: Draft = { members: [], known: new Map(), actions: new Map() }
  const entries: (readonly [number, number, number])[] = []
  const actions: number[] = []
  const next: number[] = []
  const starts = startsOf(draft, actions, trie, symbols)
  // The list grows while it is walked: a step may name a state that nobody has seen yet.
  for (let state = 0; state < draft.members.length; state++)
    for (const [symbol, run] of runsFrom(draft, draft.members[state] ?? [], trie, symbols)) {
      entries.push([state, symbol, actions.length])
      next[state] = (next[state] ?? 0) | (1 << (symbol & 31))
      for (const action of run) actions.push(action)
      actions.push(runEnd)
    }
  return {
    ...hashed(entries, symbols.count),
    ...starts,
    actions: Int32Array.from(actions),
    gaps: Uint8Array.from(draft.members, (waits) => Math.max(...waits.map(({ gap }) => gap))),
    next: Int32Array.from(draft.members, (_, state) => next[state] ?? 0),
    symbols: symbols.count,
  }
}

/** Builds the machine; a match names a pattern by its place in the list. */
export function buildAutomaton(patterns: readonly Pattern[]): Automaton {
  const sets = wordSets()
  const trie = trieOf(patterns, sets)
  const symbols = symbolsOf(sets.list)
  const first = new Set(patterns.map((pattern) => sets.numberOf(pattern[0]?.words ?? [])))
  const starters = new Set([...first].flatMap((set) => sets.list[set] ?? []))
  const vocabulary = buildVocabulary([...symbols.of.keys()], starters)
  const symbolOf = Int32Array.from([0, ...symbols.of.values()])
  return { vocabulary, symbolOf, patterns: patterns.length, ...machineOf(trie, symbols) }
}
