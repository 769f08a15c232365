// How hard a text is to read: Flesch-Kincaid grade for English, Fernández-Huerta ease for Spanish.
// Kincaid et al. 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59.
// Fernández Huerta 1959: 206.84 - 60 syllables/word - 1.02 words/sentence. 60-70 is normal prose, 70-80 grade 6.

import { syllable } from 'syllable'

import type { Language } from './language.ts'

/** Strips Markdown marks and links; a heading or a list item counts as a sentence of its own. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:#+|[-*]|\d+\.)\s+(.*)$/gm, (_, line: string) => (/[.!?:]$/.test(line) ? line : `${line}.`))
    .replaceAll(/[*_`]/g, '')
}

export type Reading = { readonly words: number; readonly sentences: number; readonly syllables: number }

export function countReading(text: string, language: Language): Reading {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const count = language === 'en' ? syllable : spanishSyllables
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((sum, word) => sum + Math.max(1, count(word)), 0),
  }
}

/** Grade of US school (lower is easier). */
export function fleschKincaidGrade(text: string): number {
  const { words, sentences, syllables } = countReading(text, 'en')
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59
}

/** 0 to 100 and above (higher is easier). */
export function fernandezHuertaEase(text: string): number {
  const { words, sentences, syllables } = countReading(text, 'es')
  return 206.84 - (60 * syllables) / words - (1.02 * words) / sentences
}

/** Nuclei of vowels: strong vowels (a e o, accented í ú) each make a syllable; weak ones join their neighbour. */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replaceAll(/qu(?=[eiéí])|gu(?=[eiéí])/g, 'k')
    .replace(/y$/, 'i')
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? []
  return groups.reduce((sum, group) => sum + nuclei(group), 0)
}

function nuclei(group: string): number {
  const strong = group.match(/[aeoáéóíú]/g)?.length ?? 0
  return Math.max(1, strong)
}
