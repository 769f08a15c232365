// What context costs: the same 1,000 patterns alone, and with our phrases of context and their rules.

import { copyUnitsInNode } from '../../src/cli/copy-units.ts'
import { indicatorCodes, type Lexicon } from '../../src/knowledge/index.ts'
import { buildScanner } from '../../src/screening/index.ts'
import type { Pattern } from '../../src/screening/narrative/pattern.ts'
import { ownEngine } from './engines.ts'
import type { Contender } from './rates.ts'

const sourceOf = (pattern: Pattern): string =>
  pattern.map(({ gap, words }) => `${gap === 0 ? '' : `~${String(gap)} `}${words.join('|')}`).join(' ')

/** Entries of made-up patterns beside the triggers of the real lexicon. */
export function lexiconOf(patterns: readonly Pattern[], real: Lexicon): Lexicon {
  const entries = patterns.map((pattern, number) => ({
    id: `made-up.${String(number)}`,
    code: indicatorCodes[number % indicatorCodes.length] ?? 'runaway',
    why: 'A made-up pattern.',
    any: [sourceOf(pattern)],
    yes: [],
    no: [],
  }))
  const triggers = (part: Lexicon['en']) => part.entries.filter((entry) => 'trigger' in entry)
  return {
    en: { words: real.en.words, entries: [...triggers(real.en), ...entries] },
    es: { words: real.es.words, entries: triggers(real.es) },
  }
}

export function scopeEngines(
  patterns: readonly Pattern[],
  real: Lexicon,
  notes: readonly string[],
): readonly Contender[] {
  const scan = buildScanner(lexiconOf(patterns, real), copyUnitsInNode)
  const run = (texts: readonly string[]): number =>
    texts.reduce((total, text) => total + scan(text, { language: 'en' }).findings.length, 0)
  return [
    { name: 'match', texts: notes, run: ownEngine(patterns).run },
    { name: 'scope', texts: notes, run },
  ]
}
