// The written forms of a Spanish word, folded, for patterns that must find "vendió" and "vendiéndola" where the lexicon
// says "vender". The ending decides whether it is a verb or a noun; where that is unsure it gives the forms of both, for
// a form nobody writes does no harm.

import { conjugateSpanish } from './conjugate-es.ts'
import { foldWord } from './fold.ts'
import { irregularVerbs, nounsLikeVerbs, wholeVerbs } from './irregular-es.ts'

/**
 * The folded base first, then its forms, each once: vender, vendo, vendio, venderla. Takes one word in its dictionary
 * form, with or without accents; an infinitive may carry -se (acostarse).
 */
export function inflectSpanish(word: string): readonly string[] {
  const base = foldWord(word)
  const infinitive = base.replace(/(?<=[aei]r)se$/, '')
  return [...new Set([base, ...(isVerb(infinitive) ? conjugateSpanish(infinitive) : nounForms(base))])]
}

/** A verb has a vowel before its ending (mar and bar are nouns), or it is one of the few that have not: dar, ver. */
const isVerb = (word: string): boolean =>
  Object.hasOwn(irregularVerbs, word) ||
  Object.hasOwn(wholeVerbs, word) ||
  (/[aeiou].*[aei]r$/.test(word) && !nounsLikeVerbs.has(word))

function nounForms(base: string): string[] {
  const start = base.slice(0, -1)
  if (base.endsWith('o')) return [`${start}a`, `${start}os`, `${start}as`]
  if (base.endsWith('z')) return [`${start}ces`]
  if (/[ae]$/.test(base)) return [`${base}s`]
  if (/[iu]$/.test(base)) return [`${base}s`, `${base}es`]
  if (hasFeminine(base)) return [`${base}a`, `${base}es`, `${base}as`]
  return [`${base}es`]
}

/** profesor, ladrón, alemán, bailarín, francés, español; not canción, whose "canciona" would be a form of a verb. */
const hasFeminine = (base: string): boolean => /(?:or|[^i]on|an|in|es|ol)$/.test(base)
