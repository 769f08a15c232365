// "Worried she may be sneaking out. She says she isn't.": a short sentence that only denies answers the one before it. The finding
// stays, and its denial stands beside it.

import type { TriggerKind } from '../../../knowledge/index.ts'
import type { Finding } from '../finding.ts'
import type { Hit } from '../hit.ts'
import type { NoteReader } from '../note-reader.ts'
import { ownStates } from '../nature.ts'

const longestEcho = 45

/** A denial of what a person is or does; "she said no" to an offer denies nothing. */
const canBeDenied = ({ code, assertion, temporality, experiencer }: Finding): boolean =>
  ownStates.has(code) && assertion !== 'negated' && temporality === 'current' && experiencer === 'child'

/** The denials that a sentence without findings of its own adds to those of the sentence before it. */
export function denialsOf(before: readonly Finding[], note: NoteReader, sentence: number): readonly Finding[] {
  if (sentence >= note.sentences) return []
  const { text, start, end } = note.sentence(sentence)
  if (text.slice(start, end).trim().length > longestEcho || !before.some(canBeDenied)) return []
  const echo = triggerIn(note.contextOf(sentence), 'echo-no')
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

const triggerIn = (hits: readonly Hit[], kind: TriggerKind): Hit | undefined =>
  hits.find(({ rule }) => 'trigger' in rule.entry && rule.entry.trigger === kind)

/** What was, and of which it can be said that it is over. */
const canBeOver = ({ temporality, assertion, code }: Finding): boolean =>
  temporality === 'historical' && assertion === 'affirmed' && ownStates.has(code)

/** "Ran away in 2021, none since", "no longer using": it was, and is not now. Both are said, so both are found. */
export function overSince(findings: readonly Finding[], note: NoteReader, sentence: number): readonly Finding[] {
  if (!findings.some(canBeOver)) return []
  const hits = note.contextOf(sentence)
  const notSince = triggerIn(hits, 'not-since')
  const since = notSince ?? triggerIn(hits, 'ended')
  if (since === undefined) return []
  const words = note.text.slice(since.start, since.end)
  return findings
    .filter(canBeOver)
    .filter(({ because, end }) => notSince !== undefined || since.start >= end || because.includes(words))
    .map((finding) => ({ ...finding, assertion: 'negated', temporality: 'current', because: words }))
}
