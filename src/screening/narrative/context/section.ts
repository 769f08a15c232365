// Headings: under "Family history:" a finding is another's, under "Plan:" it is not yet so, under "Past history:" it is past.

import type { Hit } from '../hit.ts'

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

/** A blank line, or a line with a label of its own, ends a section. */
function endOf(text: string, from: number): number {
  const next = /\n[ \t]*(?:\n|[^\n:]{1,40}:)/u.exec(text.slice(from))
  return next === null ? text.length : from + next.index
}

/** A line "History: ..." speaks of the past in its first sentence; a heading of its own line over all that follows. */
function reachOf(kind: SectionKind, text: string, from: number): number {
  const end = endOf(text, from)
  if (kind !== 'history' || /^\s*:?\s*\n/u.test(text.slice(from, from + 6))) return end
  const stop = /\.\s/u.exec(text.slice(from, end))
  return stop === null ? end : from + stop.index
}

/** The sections of a note, in order; where there is none, the list is empty. */
export function sectionsOf(text: string, hits: Iterable<Hit>): readonly Section[] {
  const opened: Section[] = []
  for (const hit of hits) {
    const kind = kindOf(hit)
    if (kind !== undefined && opens(text, hit))
      opened.push({ kind, start: hit.start, end: reachOf(kind, text, hit.end), title: text.slice(hit.start, hit.end) })
  }
  const ordered = opened.toSorted((a, b) => a.start - b.start || b.title.length - a.title.length)
  return ordered.map((section, at) => ({
    ...section,
    end: Math.min(section.end, ordered.slice(at + 1).find(({ start }) => start > section.start)?.start ?? Infinity),
  }))
}

export const sectionAt = (sections: readonly Section[], at: number): Section | undefined =>
  sections.findLast(({ start, end }) => start <= at && at < end)
