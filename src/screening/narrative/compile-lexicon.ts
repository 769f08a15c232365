// From the lexicon as people write it to the machine that reads notes: every pattern of both languages in one automaton, since
// people mix languages within a note.

import type { Lexicon } from '../../knowledge/index.ts'
import { buildAutomaton, type Automaton } from './automaton.ts'
import { inflectEnglish } from './inflect-en.ts'
import { inflectSpanish } from './inflect-es.ts'
import { isFinding, isNoteWide, type Rule } from './rule.ts'
import { parsePattern, type Pattern } from './pattern.ts'

/** `rules`: pattern number -> the entry it is of. */
export type RuleMachine = {
  readonly machine: Automaton
  readonly rules: readonly Rule[]
  /** Pattern number -> 1 when a negation is one of its own words ("nobody loves me"). */
  readonly denies: Uint8Array
}

/**
 * Findings, and what speaks of the whole note; and the context of findings, read only in sentences that have some. Headings are in
 * both.
 */
export type CompiledLexicon = { readonly findings: RuleMachine; readonly context: RuleMachine }

const negations: ReadonlySet<string> = new Set(
  'no not never nobody none nothing without didnt doesnt dont isnt wasnt wont wouldnt cant cannot couldnt hasnt havent hadnt arent aint nunca nadie sin ni jamas tampoco nada ningun ninguna'.split(
    ' ',
  ),
)

const denies = (pattern: Pattern): boolean => pattern.some(({ words }) => words.some((word) => negations.has(word)))

const inflect = { en: inflectEnglish, es: inflectSpanish } as const

function patternsOf({ entry, language, name }: Rule, lexicon: Lexicon): readonly Pattern[] {
  const words = { classes: lexicon[language].words, inflect: inflect[language] }
  try {
    return entry.any.flatMap((source) => parsePattern(source, words))
  } catch (cause) {
    throw new RangeError(`${name}: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

type Spelled = readonly [pattern: Pattern, rule: Rule]

const machineOf = (spelled: readonly Spelled[]): RuleMachine => ({
  machine: buildAutomaton(spelled.map(([pattern]) => pattern)),
  rules: spelled.map(([, rule]) => rule),
  denies: Uint8Array.from(spelled, ([pattern]) => (denies(pattern) ? 1 : 0)),
})

/** Throws RangeError, naming the entry, when a pattern cannot be read. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const spelled = (['en', 'es'] as const).flatMap((language) =>
    lexicon[language].entries.flatMap((entry): readonly Spelled[] => {
      const rule = { entry, language, name: `${language}/${entry.id}` }
      return patternsOf(rule, lexicon).map((pattern) => [pattern, rule])
    }),
  )
  return {
    findings: machineOf(spelled.filter(([, rule]) => isFinding(rule) || isNoteWide(rule))),
    context: machineOf(spelled.filter(([, rule]) => !isFinding(rule))),
  }
}
