// Reads a note for findings, and then, where there are some, single sentences for what stands around them: most sentences hold
// nothing, and their context is never looked for.

import type { Language } from '../../knowledge/index.ts'
import type { CompiledLexicon } from './compile-lexicon.ts'
import type { Sentence } from './context/surroundings.ts'
import { type Hit, hitsOf } from './hit.ts'
import { Matcher } from './matcher.ts'
import { sentenceSize } from './tokens.ts'
import { Units } from './units.ts'

/** What was found in a note. It is good until the next note is read. */
export type ReadNote = {
  readonly text: string
  readonly language: Language
  /** Findings-to-be and what speaks of the whole note, in the order in which they end. */
  readonly hits: readonly Hit[]
  readonly tooDense: boolean
  readonly sentences: number
  readonly sentence: (number: number) => Sentence
  /** Phrases of context and concepts of a sentence; empty for one that is not there. */
  readonly contextOf: (sentence: number) => readonly Hit[]
}

export type NoteReader = (text: string, language: () => Language) => ReadNote

export function noteReader({ findings, context }: CompiledLexicon): NoteReader {
  const units = new Units()
  const findingMatcher = new Matcher(findings.machine)
  const contextMatcher = new Matcher(context.machine)
  return (text, languageOf) => {
    units.load(text)
    const matches = findingMatcher.matchPart(units, { from: 0, to: text.length, words: 0 })
    const { sentences: ends, sentenceCount } = matches
    const language = languageOf()
    const known = new Map<number, readonly Hit[]>()
    const sentence = (number: number): Sentence => ({
      text,
      start: ends[(number - 1) * sentenceSize] ?? 0,
      end: ends[number * sentenceSize] ?? text.length,
    })
    const read = (number: number): readonly Hit[] => {
      if (number < 0 || number >= sentenceCount) return []
      const { start: from, end: to } = sentence(number)
      const part = { from, to, words: ends[(number - 1) * sentenceSize + 1] ?? 0 }
      return hitsOf(contextMatcher.matchPart(units, part), context.rules, language)
    }
    const contextOf = (number: number): readonly Hit[] => {
      const hits = known.get(number) ?? read(number)
      known.set(number, hits)
      return hits
    }
    const hits = matches.count === 0 ? [] : hitsOf(matches, findings.rules, language)
    return { text, language, hits, tooDense: matches.tooDense, sentences: sentenceCount, sentence, contextOf }
  }
}
