// The places of a note where a rule of the lexicon stands, sentence by sentence.

import type { Language } from '../../knowledge/index.ts'
import type { CompiledLexicon } from './compile-lexicon.ts'
import { type Matches, matchSize } from './matcher.ts'
import { type Rule, ruleKinds } from './rule.ts'

/** `first`, `last`: words counted through the note. `start`, `end`: UTF-16, end exclusive. */
export type Hit = {
  readonly rule: Rule
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly sentence: number
  /** A negation is one of the pattern's own words. */
  readonly ownNegation: boolean
}

/**
 * A single word of the other language counts only where it can be meant: Spanish notes borrow long English words ("runaway",
 * "vaping"), English ones hardly any Spanish, and short words may be others (en "son", es "son").
 */
const shortWord = 5

const isForeign = (hit: Hit, language: Language): boolean =>
  hit.rule.language !== language && hit.first === hit.last && (language === 'en' || hit.end - hit.start < shortWord)

function hitAt({ numbers }: Matches, at: number, { rules, ruleOf, denies }: CompiledLexicon): Hit | undefined {
  const to = at * matchSize
  const rule = rules[ruleOf[numbers[to] ?? 0] ?? 0]
  if (rule === undefined) return undefined
  return {
    rule,
    first: numbers[to + 1] ?? 0,
    last: numbers[to + 2] ?? 0,
    start: numbers[to + 3] ?? 0,
    end: numbers[to + 4] ?? 0,
    sentence: numbers[to + 5] ?? 0,
    ownNegation: denies[numbers[to] ?? 0] === 1,
  }
}

export function hasFindings({ numbers, count }: Matches, { kindOf }: CompiledLexicon): boolean {
  for (let to = 0; to < count * matchSize; to += matchSize)
    if (kindOf[numbers[to] ?? 0] === ruleKinds.finding) return true
  return false
}

/** Sentences with words of an indicator, and their neighbours: of all others nothing has to be known. */
function sentencesOfInterest({ numbers, count }: Matches, { kindOf }: CompiledLexicon): ReadonlySet<number> {
  const found = new Set<number>()
  for (let to = 0; to < count * matchSize; to += matchSize) {
    if (kindOf[numbers[to] ?? 0] !== ruleKinds.finding) continue
    const sentence = numbers[to + 5] ?? 0
    found
      .add(sentence - 1)
      .add(sentence)
      .add(sentence + 1)
  }
  return found
}

/**
 * Hits by sentence number, of the sentences that matter; headings and the like of all. One rule's hit inside another of its own
 * is left out, but for phrases of context: which of them stand is decided with the findings in view.
 */
export function hitsBySentence(
  matches: Matches,
  lexicon: CompiledLexicon,
  language: Language,
): ReadonlyMap<number, readonly Hit[]> {
  const sentences = sentencesOfInterest(matches, lexicon)
  const found = new Map<number, Hit[]>()
  for (let at = 0; at < matches.count; at++) {
    const to = at * matchSize
    const noteWide = lexicon.kindOf[matches.numbers[to] ?? 0] === ruleKinds.note
    if (!noteWide && !sentences.has(matches.numbers[to + 5] ?? 0)) continue
    const hit = hitAt(matches, at, lexicon)
    if (hit === undefined || isForeign(hit, language)) continue
    const known = found.get(hit.sentence)
    if (known === undefined) found.set(hit.sentence, [hit])
    else known.push(hit)
  }
  return new Map([...found].map(([sentence, hits]) => [sentence, withoutInner(hits)]))
}

/** All hits of one sentence. */
export function hitsIn(
  sentence: number,
  matches: Matches,
  lexicon: CompiledLexicon,
  language: Language,
): readonly Hit[] {
  const all = Array.from({ length: matches.count }, (_, at) => hitAt(matches, at, lexicon))
  return all.filter((hit) => hit !== undefined).filter((hit) => hit.sentence === sentence && !isForeign(hit, language))
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
