// How a name sounds, so that a name heard on the telephone is found however it was spelled. Double Metaphone hears English;
// beside it each word is sounded once more with the letters that Spanish does not tell apart by ear.

import { doubleMetaphone } from 'double-metaphone'

import { givenWords, surnameWords } from './name-words.ts'

/** Every sound of a surname, sorted, each once. Two names are alike when they share one. None where there is no letter. */
export const surnameSound = (name: string): readonly string[] => sounds(surnameWords(name))

/** The same for given names: "María José" has the sounds of both. */
export const givenSound = (name: string): readonly string[] => sounds(givenWords(name))

const sounds = (words: readonly string[]): readonly string[] => [...new Set(words.flatMap(soundsOf))].sort()

/** A word of another script has no sound here and stands for itself: it is found when it is written the same. */
function soundsOf(word: string): readonly string[] {
  const heard = doubleMetaphone(word).filter((code) => code !== '')
  if (heard.length === 0) return [`=${word}`]
  const [spanish] = doubleMetaphone(asHeardInSpanish(word))
  return spanish === '' ? heard : [...heard, spanish]
}

/** b and v, s and z, a silent h, ll and y, and j, g, x before e and i: one sound each to the ear. */
const asHeardInSpanish = (word: string): string =>
  word
    .replace(/^h(?=[aeiou])/, '')
    .replace(/^ll(?=[aeiou])/, 'y')
    .replace(/^x|^g(?=[ei])/, 'j')
    .replaceAll('v', 'b')
    .replaceAll('z', 's')
