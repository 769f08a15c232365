// The lexicon there and back: everything that the engine reads is as before, and the examples stay at home.

import { join } from 'node:path'

import { expect, it } from 'vitest'

import { contentFolder } from '../../../tests/home.ts'
import { loadLexicon, type Lexicon, type LexiconEntry, type LexiconPart } from '../../knowledge/index.ts'
import { packLexicon, unpackLexicon, type PackedLexicon } from './packed-lexicon.ts'

const lexicon = loadLexicon(join(contentFolder, 'lexicon'))
const thereAndBack = (one: Lexicon): Lexicon => unpackLexicon(JSON.parse(packLexicon(one)) as PackedLexicon)

const withoutExamples = ({ words, entries }: LexiconPart): LexiconPart => ({
  words,
  entries: entries.map((entry): LexiconEntry => {
    if ('code' in entry) return { ...entry, yes: [], no: [] }
    if ('trigger' in entry) return entry
    const { id, any, concept } = entry
    return { id, any, concept }
  }),
})

it('comes back whole, but for the examples', () => {
  const { en, es } = thereAndBack(lexicon)
  expect(en).toEqual(withoutExamples(lexicon.en))
  expect(es).toEqual(withoutExamples(lexicon.es))
})

it('keeps the order of classes and entries, on which numbers of patterns rest', () => {
  const { en } = thereAndBack(lexicon)
  expect(Object.keys(en.words)).toEqual(Object.keys(lexicon.en.words))
  expect(en.entries.map(({ id }) => id)).toEqual(lexicon.en.entries.map(({ id }) => id))
})

it('leaves the examples out', () => {
  expect(packLexicon(lexicon)).not.toMatch(/"yes":|"no":/)
})

it('refuses a word that the format could not part', () => {
  const part = { words: { kin: ['a|b'] }, entries: [] }
  expect(() => packLexicon({ en: part, es: part })).toThrow('not to be packed: a|b')
})
