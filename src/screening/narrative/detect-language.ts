// English or Spanish, by the small words that every sentence of either has and the other has not.

import type { Language } from '../../knowledge/index.ts'
import { foldWord } from './fold.ts'

const small: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the and of to in is was with she he her his for on that at by from not has had who when they this be denies reports states pt stu youth hx without since says'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de que y en un una con por para se del al es su lo le mi ya muy pero esta fue desde cuando niega sin ni refiere dice pte menor ella tiene trae hace nina nino joven'.split(
      ' ',
    ),
  ),
}

const wordsLookedAt = 200

const score = (words: readonly string[], language: Language): number =>
  words.reduce((sum, word) => sum + (small[language].has(word) ? 1 : 0), 0)

/** 'en' when a note has none of the small words of either. */
export function detectLanguage(text: string): Language {
  const words = text
    .slice(0, 4000)
    .split(/[^\p{L}\p{M}'’]+/u, wordsLookedAt)
    .map(foldWord)
  const marks = /[ñ¿¡áéíóú]/iu.test(text.slice(0, 4000)) ? 1 : 0
  return score(words, 'es') + marks > score(words, 'en') ? 'es' : 'en'
}
