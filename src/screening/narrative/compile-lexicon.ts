// From the lexicon as people write it to the machines that read notes: one for findings, one for what stands around them, each with
// the patterns of both languages, since people mix languages within a note.

import type { Lexicon } from '../../knowledge/index.ts'
import { buildAutomaton, type Automaton } from './automaton.ts'
import { inflectEnglish } from './inflect-en.ts'
import { inflectSpanish } from './inflect-es.ts'
import { isFinding, isNoteWide, type Rule } from './rule.ts'
import { parsePattern, type Pattern, type PatternWords } from './pattern.ts'

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

const isDenied = (words: readonly string[]): boolean => words.some((word) => negations.has(word))

/** "w/o" is two words. */
const withoutAt = (pattern: Pattern): boolean =>
  pattern.some(({ words }, at) => words.includes('w') && pattern[at + 1]?.words.includes('o') === true)

/** Patterns share their word sets, some of hundreds of words: each is looked at once. */
function deniesOf(spelled: readonly Spelled[]): Uint8Array {
  const known = new Map<readonly string[], boolean>()
  const denies = (words: readonly string[]): boolean => {
    const denied = known.get(words) ?? isDenied(words)
    known.set(words, denied)
    return denied
  }
  return Uint8Array.from(spelled, ([pattern]) =>
    pattern.some(({ words }) => denies(words)) || withoutAt(pattern) ? 1 : 0,
  )
}

const inflect = { en: inflectEnglish, es: inflectSpanish } as const

function patternsOf({ entry, name }: Rule, words: PatternWords): readonly Pattern[] {
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
  denies: deniesOf(spelled),
})

/** Throws RangeError, naming the entry, when a pattern cannot be read. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const spelled = (['en', 'es'] as const).flatMap((language) => {
    const words: PatternWords = { classes: lexicon[language].words, inflect: inflect[language], read: new Map() }
    return lexicon[language].entries.flatMap((entry): readonly Spelled[] => {
      const rule = { entry, language, name: `${language}/${entry.id}` }
      return patternsOf(rule, words).map((pattern) => [pattern, rule])
    })
  })
  return {
    findings: machineOf(spelled.filter(([, rule]) => isFinding(rule) || isNoteWide(rule))),
    context: machineOf(spelled.filter(([, rule]) => !isFinding(rule))),
  }
}
