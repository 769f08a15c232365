// The context rules alone, for a phrase that somebody else found: is it denied, doubted, past? Measured on the NegEx set,
// where what has ended is absent: so it is here.

import type { Language, Lexicon } from '../../knowledge/index.ts'
import { compileLexicon } from './compile-lexicon.ts'
import { type Assertion, assertionOf } from './context/assertion.ts'
import { formAnswer } from './context/form.ts'
import { surroundingsOf } from './context/standing.ts'
import type { Stretch } from './context/surroundings.ts'
import { endedBy, type Temporality, temporalityOf } from './context/temporality.ts'
import { NoteReader } from './note-reader.ts'

export type PhraseContext = {
  readonly assertion: Assertion
  readonly temporality: Temporality
  readonly because: string
}

/** `start`, `end`: the phrase in the text, UTF-16 code units, end exclusive. */
export type ReadContext = (text: string, start: number, end: number, language?: Language) => PhraseContext

const triggersOnly = (lexicon: Lexicon): Lexicon => {
  const part = ({ words, entries }: Lexicon['en']) => ({
    words,
    entries: entries.filter((entry) => 'trigger' in entry),
  })
  return { en: part(lexicon.en), es: part(lexicon.es) }
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The sentence that a place belongs to. */
function sentenceAt(note: NoteReader, place: number): number {
  let sentence = 0
  while (sentence < note.sentences - 1 && note.sentence(sentence).end <= place) sentence++
  return sentence
}

export function buildContextReader(lexicon: Lexicon): ReadContext {
  const note = new NoteReader(compileLexicon(triggersOnly(lexicon)))
  return (text, start, end, language = 'en') => {
    note.read(text, language)
    const sentence = sentenceAt(note, start)
    const own = note.sentence(sentence)
    const first = wordsIn(text.slice(0, start))
    const phrase: Stretch = { start, end, first, last: first + wordsIn(text.slice(start, end)) - 1 }
    const around = surroundingsOf({ ...own, end: Math.max(end, own.end) }, note.contextOf(sentence), [phrase])
    const form = formAnswer(around, phrase)
    const words = assertionOf(around, phrase)
    const time = temporalityOf(around, phrase, 2026)
    const absent = form?.says === 'no' || endedBy(around, phrase) !== undefined
    const assertion = absent ? 'negated' : (words?.value ?? 'affirmed')
    const because = [form, words, time].flatMap((part) => (part === undefined ? [] : [part.because])).join(' · ')
    return { assertion, temporality: time?.value ?? 'current', because: because || 'default' }
  }
}
