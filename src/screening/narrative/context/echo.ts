// "Worried she may be sneaking out. She says she isn't.": a short sentence that only denies answers the one before it. The finding
// stays, and its denial stands beside it.

import type { Finding } from '../finding.ts'
import type { NoteReader } from '../note-reader.ts'
import { ownStates } from './experiencer.ts'

const longestEcho = 45

/** A denial of what a person is or does; "she said no" to an offer denies nothing. */
const canBeDenied = ({ code, assertion, temporality, experiencer }: Finding): boolean =>
  ownStates.has(code) && assertion !== 'negated' && temporality === 'current' && experiencer === 'child'

/** The denials that a sentence without findings of its own adds to those of the sentence before it. */
export function denialsOf(before: readonly Finding[], note: NoteReader, sentence: number): readonly Finding[] {
  if (sentence >= note.sentences) return []
  const { text, start, end } = note.sentence(sentence)
  if (text.slice(start, end).trim().length > longestEcho || !before.some(canBeDenied)) return []
  const echo = note.contextOf(sentence).find(({ rule }) => 'trigger' in rule.entry && rule.entry.trigger === 'echo-no')
  if (echo === undefined) return []
  const words = text.slice(echo.start, echo.end)
  return before.filter(canBeDenied).map((finding) => ({
    ...finding,
    assertion: 'negated',
    start: echo.start,
    end: echo.end,
    text: words,
    because: words,
  }))
}
