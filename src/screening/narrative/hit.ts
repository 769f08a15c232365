// The places of a note where a rule of the lexicon stands, sentence by sentence.

import type { Language } from '../../knowledge/index.ts'
import type { CompiledLexicon, Rule } from './compile-lexicon.ts'
import { type Matches, matchSize } from './matcher.ts'

/** `first`, `last`: words counted through the note. `start`, `end`: UTF-16, end exclusive. */
export type Hit = {
  readonly rule: Rule
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly sentence: number
}

/** A short word may be another word in the other language (en "son", es "son"): it counts in its own only. */
const shortWord = 5

const isForeign = (hit: Hit, language: Language): boolean =>
  hit.rule.language !== language && hit.first === hit.last && hit.end - hit.start < shortWord

function hitAt({ numbers }: Matches, at: number, { rules, ruleOf }: CompiledLexicon): Hit | undefined {
  const to = at * matchSize
  const rule = rules[ruleOf[numbers[to] ?? 0] ?? 0]
  if (rule === undefined) return undefined
  const [, first = 0, last = 0, start = 0, end = 0, sentence = 0] = numbers.subarray(to, to + matchSize)
  return { rule, first, last, start, end, sentence }
}

/**
 * Hits of a note by sentence number; sentences without any are absent. One rule's hit inside another of its own is left out, but
 * for phrases of context: which of them stand is decided with the findings in view.
 */
export function hitsBySentence(
  matches: Matches,
  lexicon: CompiledLexicon,
  language: Language,
): ReadonlyMap<number, readonly Hit[]> {
  const found = new Map<number, Hit[]>()
  for (let at = 0; at < matches.count; at++) {
    const hit = hitAt(matches, at, lexicon)
    if (hit === undefined || isForeign(hit, language)) continue
    const known = found.get(hit.sentence)
    if (known === undefined) found.set(hit.sentence, [hit])
    else known.push(hit)
  }
  return new Map([...found].map(([sentence, hits]) => [sentence, withoutInner(hits)]))
}

function withoutInner(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    (hit, at) =>
      'trigger' in hit.rule.entry ||
      !hits.some(
        (other, otherAt) =>
          other.rule === hit.rule &&
          other.first <= hit.first &&
          other.last >= hit.last &&
          (other.last - other.first > hit.last - hit.first || otherAt < at),
      ),
  )
}
