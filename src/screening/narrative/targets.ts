// Which hits of a note are findings: an indicator's words count only in the company its entry asks for ("mall" needs an approach
// in the sentence) and not beside what makes them ordinary ("phone" beside "from grandmother").

import type { IndicatorEntry } from '../../knowledge/index.ts'
import type { Hit } from './hit.ts'

/** `denied`, `open`: words of context inside the span (see trim.ts). */
export type Target = Hit & { readonly entry: IndicatorEntry; readonly denied?: string; readonly open?: string }

export type HitsBySentence = ReadonlyMap<number, readonly Hit[]>

function conceptsIn(hits: readonly Hit[] | undefined): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { rule } of hits ?? []) if ('concept' in rule.entry) found.add(rule.entry.concept)
  return found
}

const hasAny = (concepts: ReadonlySet<string>, names: readonly string[] | undefined): boolean =>
  names?.some((name) => concepts.has(name)) ?? false

/** Words between two places; 0 when they touch or overlap. */
const distance = (a: Hit, b: Hit): number => Math.max(0, a.first - b.last - 1, b.first - a.last - 1)

/** What makes a finding ordinary stands close to it: "phone from grandmother", not a grandmother at the end of the sentence. */
const unlessWithin = 8
const withWithin = 20

const isNear = (hit: Hit, hits: readonly Hit[], names: readonly string[] | undefined, words: number): boolean =>
  names?.some((name) =>
    hits.some(
      (other) => 'concept' in other.rule.entry && other.rule.entry.concept === name && distance(hit, other) <= words,
    ),
  ) ?? false

function keepsCompany(
  hit: Hit,
  entry: IndicatorEntry,
  own: readonly Hit[],
  around: () => ReadonlySet<string>,
): boolean {
  if (isNear(hit, own, entry.unless, unlessWithin)) return false
  if (entry.with !== undefined && !isNear(hit, own, entry.with, withWithin)) return false
  return entry.near === undefined || isNear(hit, own, entry.near, Infinity) || hasAny(around(), entry.near)
}

/** Of hits of one indicator that overlap the longest stays; of equal ones the first. */
function longest(targets: readonly Target[]): readonly Target[] {
  const length = (target: Target): number => target.last - target.first
  return targets.filter(
    (target, at) =>
      !targets.some(
        (other, otherAt) =>
          otherAt !== at &&
          other.entry.code === target.entry.code &&
          other.first <= target.last &&
          other.last >= target.first &&
          (length(other) > length(target) || (length(other) === length(target) && otherAt < at)),
      ),
  )
}

/** The findings-to-be of one sentence, in order. */
export function targetsIn(sentence: number, hits: HitsBySentence): readonly Target[] {
  const own = hits.get(sentence) ?? []
  const around = (): ReadonlySet<string> =>
    new Set([...conceptsIn(hits.get(sentence - 1)), ...conceptsIn(hits.get(sentence + 1))])
  const kept = own.flatMap((hit): readonly Target[] => {
    const { entry } = hit.rule
    return 'code' in entry && keepsCompany(hit, entry, own, around) ? [{ ...hit, entry }] : []
  })
  return longest(kept).toSorted((a, b) => a.start - b.start || a.end - b.end)
}
