// The slow, obvious matcher: words by a regular expression, patterns tried at every word, gaps tried in every way. It shares
// nothing with the fast one but the list of abbreviations, and is what "correct" means in the tests and in `npm run bench:fuzz`.

import { abbreviations } from '../../src/screening/narrative/tokens.ts'
import type { Pattern } from '../../src/screening/narrative/pattern.ts'

type Token = { readonly word: string; readonly start: number; readonly end: number }

/** Pattern, start and end of one place (UTF-16, end exclusive). */
export type Place = { readonly pattern: number; readonly start: number; readonly end: number }

const letter = '(?![\\u3100-\\ufaff]|[\\u{10000}-\\u{10ffff}])[\\p{L}\\p{N}]'
const inside = "[\\p{M}'’‘ʼ´`\\u00ad\\u200b\\u200c\\u200d\\ufeff]"
const token = new RegExp(`${letter}(?:(?:${letter}|${inside})*${letter})?`, 'gu')

export const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ´`\u00ad\u200b\u200c\u200d\ufeff]/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

const closing = ' \t\n\r\u00a0"\')]}»”’/-'

function stopsAt(text: string, at: number, wordEnd: number, before: string): boolean {
  if (text[at] !== '.') return '!?;\n\r…'.includes(text[at] ?? '')
  if (at + 1 < text.length && !closing.includes(text[at + 1] ?? '')) return false
  return at !== wordEnd || !(/^[a-z]$/.test(before) || abbreviations.includes(before))
}

const hasBreak = (text: string, from: number, to: number, before: string): boolean =>
  Array.from({ length: to - from }, (_, at) => from + at).some((at) => stopsAt(text, at, from, before))

function sentencesOf(text: string): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]]
  let end = 0
  for (const found of text.matchAll(token)) {
    const before = sentences.at(-1)?.at(-1)?.word ?? ''
    if (hasBreak(text, end, found.index, before)) sentences.push([])
    end = found.index + found[0].length
    sentences.at(-1)?.push({ word: plain(found[0]), start: found.index, end })
  }
  return sentences
}

/** Word numbers at which the rest of a pattern can end, when its next element may stand from `at` on. */
function endsFrom(tokens: readonly Token[], pattern: Pattern, element: number, at: number): readonly number[] {
  const { gap, words } = pattern[element] ?? { gap: 0, words: [] }
  const found: number[] = []
  for (let to = at; to <= at + gap && to < tokens.length; to++)
    if (words.includes(tokens[to]?.word ?? ''))
      found.push(...(element + 1 === pattern.length ? [to] : endsFrom(tokens, pattern, element + 1, to + 1)))
  return found
}

function placesIn(tokens: readonly Token[], pattern: Pattern, number: number): readonly Place[] {
  return tokens.flatMap(({ start }, at) =>
    [...new Set(endsFrom(tokens, pattern, 0, at))].map((to) => ({ pattern: number, start, end: tokens[to]?.end ?? 0 })),
  )
}

export function slowMatch(patterns: readonly Pattern[], text: string): readonly Place[] {
  return sentencesOf(text).flatMap((tokens) => patterns.flatMap((pattern, number) => placesIn(tokens, pattern, number)))
}
