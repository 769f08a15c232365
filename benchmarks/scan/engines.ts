// Our matcher and its npm peers on the same patterns. Peers that look for literal text get it folded beforehand, for free; ours
// folds while it reads. Where `re2` is installed (it builds native code, so it is not among our dependencies), its Set takes part.

import AhoCorasickModern from 'modern-ahocorasick'

import { copyUnitsInNode } from '../../src/cli/copy-units.ts'
import { buildAutomaton } from '../../src/screening/narrative/automaton.ts'
import { Matcher } from '../../src/screening/narrative/matcher.ts'
import type { Pattern } from '../../src/screening/narrative/pattern.ts'
import { literalsOf } from './corpus.ts'

/** Reads all texts and returns how many matches it saw, so that nothing is optimised away. */
export type Engine = {
  readonly name: string
  readonly folded: boolean
  readonly run: (texts: readonly string[]) => number
}

const sum = (texts: readonly string[], count: (text: string) => number): number =>
  texts.reduce((total, text) => total + count(text), 0)

export function ownEngine(patterns: readonly Pattern[]): Engine {
  const matcher = new Matcher(buildAutomaton(patterns), copyUnitsInNode)
  return { name: 'own', folded: false, run: (texts) => sum(texts, (text) => matcher.match(text).count) }
}

/** Gaps as "up to n words of anything but sentence ends". */
export const regexOf = (pattern: Pattern): string =>
  pattern
    .map(
      ({ gap, words }, at) =>
        `${at === 0 ? '' : `[^a-z0-9.!?;\\n]+(?:[a-z0-9]+[^a-z0-9.!?;\\n]+){0,${String(gap)}}`}(?:${words.join('|')})`,
    )
    .join('')

export function regexLoop(patterns: readonly Pattern[]): Engine {
  const loop = patterns.map((pattern) => new RegExp(`\\b${regexOf(pattern)}\\b`, 'g'))
  const count = (text: string): number => {
    let found = 0
    for (const regex of loop) {
      regex.lastIndex = 0
      while (regex.exec(text) !== null) found++
    }
    return found
  }
  return { name: 'RegExp loop', folded: true, run: (texts) => sum(texts, count) }
}

/** Packages without types, or not installed everywhere: the compiler is not to look for them. */
const untyped: Readonly<Record<'ahocorasick' | 're2', string>> = { ahocorasick: 'ahocorasick', re2: 're2' }

type OldAhoCorasick = new (words: readonly string[]) => { search: (text: string) => readonly unknown[] }

export async function ahocorasick(patterns: readonly Pattern[]): Promise<Engine> {
  const { default: AhoCorasick } = (await import(untyped.ahocorasick)) as { default: OldAhoCorasick }
  const machine = new AhoCorasick(patterns.flatMap(literalsOf))
  return { name: 'ahocorasick', folded: true, run: (texts) => sum(texts, (text) => machine.search(text).length) }
}

export function modernAhocorasick(patterns: readonly Pattern[]): Engine {
  const machine = new AhoCorasickModern([...new Set(patterns.flatMap(literalsOf))])
  const count = (text: string): number => {
    let found = 0
    for (const match of machine.iterate(text)) found += match.end > match.start ? 1 : 0
    return found
  }
  return { name: 'modern-ahocorasick', folded: true, run: (texts) => sum(texts, count) }
}

type Re2 = {
  readonly Set: new (
    sources: readonly string[],
    flags: string,
    options: object,
  ) => { match: (text: Buffer) => readonly number[] }
}

export async function re2Set(patterns: readonly Pattern[]): Promise<Engine | undefined> {
  const loaded = (await import(untyped.re2).catch(() => undefined)) as { default: Re2 } | undefined
  if (loaded === undefined) return undefined
  const sources = patterns.map((pattern) => `\\b${regexOf(pattern)}\\b`)
  try {
    const set = new loaded.default.Set(sources, '', { maxMem: 1 << 30 })
    const run = (texts: readonly string[]): number => sum(texts, (text) => set.match(Buffer.from(text)).length)
    return { name: 're2 Set.match', folded: true, run }
  } catch {
    return undefined
  }
}

/** The ceiling: adding up the bytes. */
export function byteSum(): Engine {
  const encoder = new TextEncoder()
  const cache = new Map<string, Uint8Array>()
  const bytesOf = (text: string): Uint8Array => {
    const known = cache.get(text) ?? encoder.encode(text)
    cache.set(text, known)
    return known
  }
  const add = (text: string): number => {
    const bytes = bytesOf(text)
    let total = 0
    for (let at = 0; at < bytes.length; at++) total = (total + (bytes[at] ?? 0)) | 0
    return total & 1
  }
  return { name: 'byte sum', folded: false, run: (texts) => sum(texts, add) }
}
