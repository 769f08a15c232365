// Which hits of a note are findings: an indicator's words count only in the company its entry asks for ("mall" needs an approach
// in the sentence) and not beside what makes them ordinary ("phone" beside "from grandmother").

import type { IndicatorEntry } from '../../knowledge/index.ts'
import { firstAfter, type Hit } from './hit.ts'
import type { NoteReader } from './note-reader.ts'

/** `denied`, `open`: words of context inside the span (see trim.ts). */
export type Target = Hit & { readonly entry: IndicatorEntry; readonly denied?: string; readonly open?: string }

/** Words that a phrase of a concept takes at most. */
const longestConcept = 40

function hasConcept(hits: readonly Hit[], names: readonly string[]): boolean {
  for (const { rule } of hits) if ('concept' in rule.entry && names.includes(rule.entry.concept)) return true
  return false
}

/** Words between two places; 0 when they touch or overlap. */
const distance = (a: Hit, b: Hit): number => Math.max(0, a.first - b.last - 1, b.first - a.last - 1)

/** What makes a finding ordinary stands close to it: "phone from grandmother", not a grandmother at the end of the sentence. */
const unlessWithin = 8
const withWithin = 20

/** `hits`: in the order in which they end. */
function isNear(hit: Hit, hits: readonly Hit[], names: readonly string[], words: number): boolean {
  for (let at = firstAfter(hits, hit.first - words - 1); at < hits.length; at++) {
    const other = hits[at]
    if (other === undefined || other.last - longestConcept > hit.last + words) return false
    const { entry } = other.rule
    if ('concept' in entry && names.includes(entry.concept) && distance(hit, other) <= words) return true
  }
  return false
}

function keepsCompany(hit: Hit, entry: IndicatorEntry, note: NoteReader): boolean {
  const { with: company, near, unless } = entry
  const { sentence } = hit
  if (unless !== undefined && isNear(hit, note.contextOf(sentence), unless, unlessWithin)) return false
  if (company !== undefined && !isNear(hit, note.contextOf(sentence), company, withWithin)) return false
  return near === undefined || [sentence, sentence - 1, sentence + 1].some((at) => hasConcept(note.contextOf(at), near))
}

const length = ({ first, last }: Hit): number => last - first

/** Whether another one, of those that come in the order in which they end, overlaps this one and beats it. */
function isBeaten<One extends Hit>(at: number, all: readonly One[], longest: number, beats: Beats<One>): boolean {
  const one = all[at]
  if (one === undefined) return false
  const isBeatenBy = (other: One, before: boolean): boolean =>
    other.first <= one.last && other.last >= one.first && beats(other, one, before)
  for (let i = at - 1; i >= 0; i--) {
    const other = all[i]
    if (other === undefined || other.last < one.first) break
    if (isBeatenBy(other, true)) return true
  }
  for (let i = at + 1; i < all.length; i++) {
    const other = all[i]
    if (other === undefined || other.last - longest > one.last) break
    if (isBeatenBy(other, false)) return true
  }
  return false
}

type Beats<One> = (other: One, one: One, before: boolean) => boolean

function unbeaten<One extends Hit>(all: readonly One[], beats: Beats<One>): readonly One[] {
  if (all.length < 2) return all
  const longest = all.reduce((most, one) => Math.max(most, length(one)), 0)
  return all.filter((_, at) => !isBeaten(at, all, longest, beats))
}

/** Of one rule's hits inside each other the outermost stays; of equal ones the first. */
const holds: Beats<Hit> = (other, one, before) =>
  other.rule === one.rule &&
  other.first <= one.first &&
  other.last >= one.last &&
  (length(other) > length(one) || before)

/** Of hits of one indicator that overlap the longest stays; of equal ones the first. */
const isLonger: Beats<Target> = (other, one, before) =>
  other.entry.code === one.entry.code && (length(other) > length(one) || (length(other) === length(one) && before))

/** The findings-to-be of one sentence, in order. `hits`: its own, in the order in which they end. */
export function targetsIn(hits: readonly Hit[], note: NoteReader): readonly Target[] {
  const kept: Target[] = []
  for (const hit of unbeaten(hits, holds)) {
    const { entry } = hit.rule
    if ('code' in entry && keepsCompany(hit, entry, note)) kept.push({ ...hit, entry })
  }
  const targets = unbeaten(kept, isLonger)
  return targets.length < 2 ? targets : targets.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
