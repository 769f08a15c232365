// From the lexicon as people write it to the machine that reads notes: every pattern of both languages in one automaton, since
// people mix languages within a note.

import type { Lexicon } from '../../knowledge/index.ts'
import { buildAutomaton, type Automaton } from './automaton.ts'
import { inflectEnglish } from './inflect-en.ts'
import { inflectSpanish } from './inflect-es.ts'
import { ruleKind, type Rule } from './rule.ts'
import { parsePattern, type Pattern } from './pattern.ts'

export type CompiledLexicon = {
  readonly machine: Automaton
  readonly rules: readonly Rule[]
  /** Pattern number -> place in `rules`. */
  readonly ruleOf: Int32Array
  /** Pattern number -> what its hits are for (`ruleKinds`). */
  readonly kindOf: Uint8Array
  /** Pattern number -> 1 when a negation is one of its own words ("nobody loves me"). */
  readonly denies: Uint8Array
}

const negations: ReadonlySet<string> = new Set(
  'no not never nobody none nothing without didnt doesnt dont isnt wasnt wont wouldnt cant cannot couldnt hasnt havent hadnt arent aint nunca nadie sin ni jamas tampoco nada ningun ninguna'.split(
    ' ',
  ),
)

const inflect = { en: inflectEnglish, es: inflectSpanish } as const

function patternsOf({ entry, language }: Rule, lexicon: Lexicon): readonly Pattern[] {
  const words = { classes: lexicon[language].words, inflect: inflect[language] }
  try {
    return entry.any.flatMap((source) => parsePattern(source, words))
  } catch (cause) {
    throw new RangeError(`${language}/${entry.id}: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

/** Throws RangeError, naming the entry, when a pattern cannot be read. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const rules = (['en', 'es'] as const).flatMap((language) =>
    lexicon[language].entries.map((entry): Rule => ({ entry, language })),
  )
  const patterns: Pattern[] = []
  const ruleOf: number[] = []
  rules.forEach((rule, number) => {
    for (const pattern of patternsOf(rule, lexicon)) {
      patterns.push(pattern)
      ruleOf.push(number)
    }
  })
  const kinds = rules.map(ruleKind)
  return {
    machine: buildAutomaton(patterns),
    rules,
    ruleOf: Int32Array.from(ruleOf),
    denies: Uint8Array.from(patterns, (pattern) =>
      pattern.some(({ words }) => words.some((word) => negations.has(word))) ? 1 : 0,
    ),
    kindOf: Uint8Array.from(ruleOf, (number) => kinds[number] ?? 0),
  }
}
