// The written forms of an English word, for patterns that must find "sold" and "selling" where the lexicon says "sell".
// It does not know which words are verbs: every word gets -s, -ed and -ing, for a form nobody writes does no harm.

import { foldWord } from './fold.ts'
import { irregularNouns, irregularVerbs } from './irregular-en.ts'

/** The folded base first, then its forms, each once: run, runs, running, ran. Takes one word in its base form. */
export function inflectEnglish(word: string): readonly string[] {
  const base = foldWord(word)
  return [...new Set([base, ...sForms(base), ...ingForms(base), ...pastForms(base), ...pluralForms(base)])]
}

function sForms(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ies`]
  if (base.endsWith('sis')) return [`${base.slice(0, -2)}es`]
  if (/(?:^|[^aeiou]|qu)[aeiou][sz]$/.test(base)) return [`${base}es`, `${base}${base.slice(-1)}es`]
  if (/(?:s|x|z|ch|sh)$/.test(base)) return [`${base}es`]
  if (/[^aeiou]o$/.test(base)) return [`${base}es`, `${base}s`]
  return [`${base}s`]
}

function ingForms(base: string): string[] {
  if (base.endsWith('ie')) return [`${base.slice(0, -2)}ying`]
  if (/[^eoy]e$/.test(base) && base.length > 2) return [`${base.slice(0, -1)}ing`]
  return stemsBeforeVowel(base).map((stem) => `${stem}ing`)
}

function pastForms(base: string): readonly string[] {
  const irregular = irregularVerbs.get(base)
  if (irregular !== undefined) return irregular
  return [...prefixedPast(base), ...edForms(base)]
}

function edForms(base: string): string[] {
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return stemsBeforeVowel(base).map((stem) => `${stem}ed`)
}

/** outrun, resell, overhear. The regular forms stay beside these: relay is not re + lay. */
function prefixedPast(base: string): string[] {
  const [, prefix = '', rest = ''] = /^(out|over|under|un|up|re|mis|fore|inter|with)(\w{2,})$/.exec(base) ?? []
  return (irregularVerbs.get(rest) ?? []).map((form) => prefix + form)
}

/**
 * What stands before -ed and -ing: stop -> stopp, traffic -> traffick. In longer words the stress decides (admitted,
 * visited) or the country (traveled, travelled), and neither is written: those get both.
 */
function stemsBeforeVowel(base: string): string[] {
  if (/[aeiou]c$/.test(base)) return [`${base}k`]
  if (!/(?:^|[^aeiou]|qu)[aeiou][bdfglmnprstvz]$/.test(base)) return [base]
  const doubled = base + base.slice(-1)
  return syllables(base) === 1 ? [doubled] : [base, doubled]
}

const syllables = (base: string): number => base.replace('qu', 'q').match(/[aeiouy]+/g)?.length ?? 0

function pluralForms(base: string): string[] {
  return [...irregularNouns].flatMap(([singular, plurals]) =>
    base.endsWith(singular) ? plurals.map((plural) => base.slice(0, -singular.length) + plural) : [],
  )
}
