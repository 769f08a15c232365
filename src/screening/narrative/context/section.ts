// Headings: under "Family history:" a finding is another's, under "Plan:" it is not yet so, under "Past history:" it is past.

import type { Hit } from '../hit.ts'
import { placeOf } from './spans.ts'

export type SectionKind = 'family' | 'plan' | 'history' | 'other'
export type Section = {
  readonly kind: SectionKind
  readonly start: number
  readonly end: number
  readonly title: string
}

const kinds: Readonly<Record<string, SectionKind>> = {
  'family-heading': 'family',
  'plan-heading': 'plan',
  'history-heading': 'history',
  heading: 'other',
}

const kindOf = (hit: Hit): SectionKind | undefined =>
  'trigger' in hit.rule.entry ? kinds[hit.rule.entry.trigger] : undefined

const opens = (text: string, { start, end }: Hit): boolean =>
  /(?:^|[\n.;!?])[\s\-–*•#>\d)]*$/u.test(text.slice(Math.max(0, start - 12), start)) &&
  /^\s{0,2}(?::|\n|[-–—]\s)/u.test(text.slice(end, end + 4))

type Opened = Omit<Section, 'end'> & { readonly from: number }

const newline = /\n[ \t]*(?:\n|[^\n:]{1,40}:)/uy

/** Where a blank line, or a line with a label of its own, ends what stands above it. */
function endsIn(text: string): readonly number[] {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    newline.lastIndex = at
    if (newline.test(text)) ends.push(at)
  }
  return ends
}

const onePerson = /^(?:mother|father|mo|fa|mom|dad|parents?|madre|padre|padres|mam[aá]|pap[aá])$/iu

/**
 * A line "History: ..." speaks of the past in its first sentence, "Dad: ..." of him; a heading of its own line speaks over all that
 * follows.
 */
function reachOf({ kind, title, from }: Opened, text: string, end: number): number {
  if (kind !== 'history' && !onePerson.test(title)) return end
  if (/^\s*:?\s*\n/u.test(text.slice(from, from + 6))) return end
  const stop = /[.!?;]["'”’»]?\s/u.exec(text.slice(from, end))
  return stop === null ? end : from + stop.index
}

/** The sections of a note, in order; where there is none, the list is empty. */
export function sectionsOf(text: string, hits: Iterable<Hit>): readonly Section[] {
  const opened: Opened[] = []
  for (const hit of hits) {
    const kind = kindOf(hit)
    if (kind !== undefined && opens(text, hit))
      opened.push({ kind, start: hit.start, from: hit.end, title: text.slice(hit.start, hit.end) })
  }
  if (opened.length === 0) return []
  const ends = endsIn(text)
  const ordered = opened.toSorted((a, b) => a.start - b.start || b.title.length - a.title.length)
  let [next, following] = [text.length, text.length]
  return ordered
    .toReversed()
    .map((one): Section => {
      const { kind, start, from, title } = one
      // Those that begin together end together, where the next begins.
      if (start < following) [next, following] = [following, start]
      return {
        kind,
        start,
        title,
        end: reachOf(one, text, Math.min(ends[placeOf(ends, from)] ?? text.length, next)),
      }
    })
    .reverse()
}

/** The section that a place stands in. Each ends where the next begins, but for those that begin together: there the last counts. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  let low = 0
  let high = sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.start ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  for (let one = low; one > 0; one--) {
    const section = sections[one - 1]
    if (section === undefined || section.start < (sections[low - 1]?.start ?? 0)) return undefined
    if (at < section.end) return section
  }
  return undefined
}
