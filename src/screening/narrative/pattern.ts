// How a pattern of the lexicon is read (docs/lexicon.md): elements with spaces between them, each a choice of words; `~` lets up
// to three words stand between two elements, `~5` up to five. The result is plain: lists of word sets with gaps, which the
// automaton and the slow oracle of the tests both take.

import { wordsOf } from './fold.ts'
import { wordSets } from './word-sets.ts'

/** One of these words, after at most `gap` others. */
export type Element = { readonly gap: number; readonly words: readonly string[] }
export type Pattern = readonly Element[]

export type WordClasses = Readonly<Record<string, readonly string[]>>
/** `read`: elements that were read before, for the patterns of a lexicon have many in common. */
export type PatternWords = {
  readonly classes: WordClasses
  readonly inflect: (word: string) => readonly string[]
  readonly read?: Map<string, Choices>
}

/** The words of an element: the single ones as one set, and the phrases, each as sets of one word. */
type Choices = { readonly single: readonly string[]; readonly phrases: readonly (readonly (readonly string[])[])[] }

export const widestGap = 6
const mostPatterns = 2000

type Step = { readonly gap: number; readonly choices: Choices; readonly optional: boolean }

function classOf(name: string, { classes }: PatternWords): readonly string[] {
  const found = classes[name]
  if (found === undefined) throw new RangeError(`no word class @${name}`)
  return found
}

function combined(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (before, next) => before.flatMap((words) => next.map((word) => [...words, word])),
    [[]],
  )
}

/** One written word: `run+` stands for every form of run. */
function formsOf(written: string, { inflect }: PatternWords): readonly string[] {
  return written.endsWith('+') ? inflect(written.slice(0, -1)) : [written]
}

/** One choice of an element: `@he` the members of a class (each may be a phrase), else the words as written. */
function sequencesOf(choice: string, words: PatternWords): readonly (readonly string[])[] {
  if (choice.startsWith('@')) return classOf(choice.slice(1), words).flatMap((member) => sequencesOf(member, words))
  const written = choice.split(/[\s_]+/).filter((word) => word !== '')
  const sequences = combined(written.map((word) => formsOf(word, words)))
  return sequences.map((sequence) => sequence.flatMap(wordsOf)).filter((sequence) => sequence.length > 0)
}

function gapOf(token: string): number {
  const gap = token === '~' ? 3 : Number(token.slice(1))
  if (!Number.isInteger(gap) || gap < 1 || gap > widestGap)
    throw new RangeError(`a gap is ~1 to ~${String(widestGap)}: ${token}`)
  return gap
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].sort()

function readChoices(element: string, words: PatternWords): Choices {
  const sequences = element.split('|').flatMap((choice) => sequencesOf(choice, words))
  if (sequences.length === 0) throw new RangeError(`no word in "${element}"`)
  const phrases = sequences.filter((sequence) => sequence.length > 1)
  return {
    single: unique(sequences.filter((sequence) => sequence.length === 1).flat()),
    phrases: [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()].map((phrase) =>
      phrase.map((word) => [word]),
    ),
  }
}

function choicesOf(element: string, words: PatternWords): Choices {
  const choices = words.read?.get(element) ?? readChoices(element, words)
  words.read?.set(element, choices)
  return choices
}

function stepsOf(source: string, words: PatternWords): readonly Step[] {
  const steps: Step[] = []
  let gap = 0
  for (const token of source.trim().split(/\s+/)) {
    if (token.startsWith('~')) {
      gap = gapOf(token)
      continue
    }
    const optional = token.endsWith('?')
    steps.push({ gap, choices: choicesOf(optional ? token.slice(0, -1) : token, words), optional })
    gap = 0
  }
  return steps
}

/** The single words of a step together as one set, each of its phrases as elements of its own. */
function waysOf({ gap, choices: { single, phrases }, optional }: Step): readonly Pattern[] {
  const spelled = phrases.map((phrase) => phrase.map((words, at) => ({ gap: at === 0 ? gap : 0, words })))
  const left: readonly Pattern[] = optional ? [[{ gap, words: [] }]] : []
  return [...(single.length > 0 ? [[{ gap, words: single }]] : []), ...spelled, ...left]
}

/** What was left out passes its gap on; the first element has none. */
function closed(form: Pattern): Pattern {
  const kept: Element[] = []
  let passed = 0
  for (const { gap, words } of form) {
    passed = Math.max(passed, gap)
    if (words.length === 0) continue
    kept.push({ gap: kept.length === 0 ? 0 : passed, words })
    passed = 0
  }
  return kept
}

/**
 * Reads one pattern into its plain forms, without duplicates.
 * Throws RangeError for an unknown class, a gap out of range, an empty pattern or more than 2000 forms.
 */
export function parsePattern(source: string, words: PatternWords): readonly Pattern[] {
  let forms: readonly Pattern[] = [[]]
  for (const step of stepsOf(source, words)) {
    const ways = waysOf(step)
    forms = forms.flatMap((form) => ways.map((way) => [...form, ...way]))
    if (forms.length > mostPatterns) throw new RangeError(`more than ${String(mostPatterns)} forms: ${source}`)
  }
  const kept = forms.map(closed).filter((form) => form.length > 0)
  if (kept.length === 0) throw new RangeError(`an empty pattern: "${source}"`)
  if (kept.length === 1) return kept
  const { numberOf } = wordSets()
  const keyOf = (form: Pattern): string =>
    form.map(({ gap, words: set }) => `${String(gap)}:${String(numberOf(set))}`).join()
  return [...new Map(kept.map((form) => [keyOf(form), form])).values()]
}
