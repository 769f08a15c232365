// Which hits of a note are findings: an indicator's words count only in the company its entry asks for ("mall" needs an approach
// in the sentence) and not beside what makes them ordinary ("phone" beside "from grandmother").

import type { IndicatorEntry } from '../../knowledge/index.ts'
import type { Hit } from './hit.ts'
import type { NoteReader } from './note-reader.ts'

export type Target = Hit & { readonly entry: IndicatorEntry }

function hasConcept(hits: readonly Hit[], names: readonly string[]): boolean {
  for (const { rule } of hits) if ('concept' in rule.entry && names.includes(rule.entry.concept)) return true
  return false
}

function keepsCompany(entry: IndicatorEntry, sentence: number, note: NoteReader): boolean {
  const { with: company, near, unless } = entry
  if (unless !== undefined && hasConcept(note.contextOf(sentence), unless)) return false
  if (company !== undefined && !hasConcept(note.contextOf(sentence), company)) return false
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
export function targetsIn(sentence: number, hits: readonly Hit[], note: NoteReader): readonly Target[] {
  const kept: Target[] = []
  for (const hit of unbeaten(hits, holds)) {
    const { rule, first, last, start, end } = hit
    const { entry } = rule
    if ('code' in entry && keepsCompany(entry, sentence, note))
      kept.push({ rule, entry, first, last, start, end, sentence })
  }
  const targets = unbeaten(kept, isLonger)
  return targets.length < 2 ? targets : targets.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
