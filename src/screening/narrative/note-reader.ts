// Reads a note for findings, and then, where there are some, single sentences for what stands around them: most sentences hold
// nothing, and their context is never looked for.

import type { Language } from '../../knowledge/index.ts'
import type { CompiledLexicon, RuleMachine } from './compile-lexicon.ts'
import type { Sentence } from './context/surroundings.ts'
import { type Hit, hitsOf } from './hit.ts'
import type { Matches } from './match-list.ts'
import { Matcher } from './matcher.ts'
import { sentenceSize } from './tokens.ts'
import { type CopyUnits, copyUnits, Units } from './units.ts'

const noHits: readonly Hit[] = []

/** Knows one note at a time: the one read last. */
export class NoteReader {
  readonly #findings: RuleMachine
  readonly #context: RuleMachine
  readonly #units: Units
  readonly #findingMatcher: Matcher
  readonly #contextMatcher: Matcher
  readonly #contexts = new Map<number, readonly Hit[]>()
  #matches: Matches
  #language: Language = 'en'
  text = ''

  constructor({ findings, context }: CompiledLexicon, copy: CopyUnits = copyUnits) {
    this.#units = new Units(copy)
    this.#findings = findings
    this.#context = context
    this.#findingMatcher = new Matcher(findings.machine)
    this.#contextMatcher = new Matcher(context.machine)
    this.#matches = this.#findingMatcher.match('')
  }

  /** Findings-to-be and what speaks of the whole note, in the order in which they end. */
  read(text: string, language: Language): readonly Hit[] {
    this.text = text
    this.#language = language
    this.#units.load(text)
    this.#contexts.clear()
    this.#matches = this.#findingMatcher.matchPart(this.#units, { from: 0, to: text.length, words: 0 })
    return this.#matches.count === 0 ? noHits : hitsOf(this.#matches, this.#findings, language)
  }

  get tooDense(): boolean {
    return this.#matches.tooDense
  }

  get sentences(): number {
    return this.#matches.sentenceCount
  }

  sentence(number: number): Sentence {
    const { sentences } = this.#matches
    return {
      text: this.text,
      start: number === 0 ? 0 : (sentences[(number - 1) * sentenceSize] ?? 0),
      end: sentences[number * sentenceSize] ?? this.text.length,
    }
  }

  /** Phrases of context and concepts of a sentence; none for one that is not there. */
  contextOf(sentence: number): readonly Hit[] {
    const known = this.#contexts.get(sentence)
    if (known !== undefined) return known
    const hits = sentence < 0 || sentence >= this.sentences ? noHits : this.#readContext(sentence)
    this.#contexts.set(sentence, hits)
    return hits
  }

  #readContext(sentence: number): readonly Hit[] {
    const { start: from, end: to } = this.sentence(sentence)
    const words = sentence === 0 ? 0 : (this.#matches.sentences[(sentence - 1) * sentenceSize + 1] ?? 0)
    const matches = this.#contextMatcher.matchPart(this.#units, { from, to, words })
    return hitsOf(matches, this.#context, this.#language)
  }
}
