// The rules that a text keeps wherever it stands: our words, no phone number of its own (numbers come from the directory,
// with source and date), easy enough for whom it is for.

import type { Language } from './language.ts'
import type { readingBands } from './page.ts'
import { fernandezHuertaEase, fleschKincaidGrade } from './readability.ts'
import { findRefusedWords } from './word-list.ts'

/**
 * English: Flesch-Kincaid grade at most; Spanish: Fernández-Huerta ease at least. Critical text at grade 4-6, children's at
 * 4, nothing above 8 (design, section 5; S117 in domain/casework-mentoring-prevention.md, 6.2).
 */
const levels = {
  adult: { grade: 6, ease: 70 },
  professional: { grade: 8, ease: 60 },
  child: { grade: 4, ease: 80 },
} as const

/** Each fault is what follows the name of the text: 'has the number ...'. Empty: none. */
export function wordFaults(text: string, language: Language): readonly string[] {
  // Seven digits or more, however they are written; a date such as 2026-11-24 has eight.
  const numbers = (text.match(/(?:\+?\d[ ().\-–]{0,3}){7,}|\b\d{5,}\b/g) ?? []).filter(
    (number) => !/^\d{4}-\d\d-\d\d\D*$/.test(number),
  )
  return [
    ...findRefusedWords(text, language),
    ...numbers.map((number) => `has the number ${number}: leave numbers to the directory`),
  ]
}

export function readingFaults(
  text: string,
  band: (typeof readingBands)[number],
  language: Language,
): readonly string[] {
  const { grade, ease } = levels[band]
  if (language === 'es') {
    const found = fernandezHuertaEase(text)
    return found >= ease ? [] : [`is hard to read: Fernández-Huerta ${found.toFixed(0)}, at least ${ease} is wanted`]
  }
  const found = fleschKincaidGrade(text)
  return found <= grade ? [] : [`is hard to read: grade ${found.toFixed(1)}, at most ${grade} is wanted`]
}
