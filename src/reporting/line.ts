// A line: one record of whom to call, in one shape, whether it comes from the researchers' files, from the center's own
// profile, or is a signpost that names who helps in words because no number is known.

import type { Bilingual } from '../knowledge/index.ts'
import type { Confidence, LineRecord, signpostNames } from './directory-files.ts'
import type { OpeningHours } from './hours.ts'
import type { JurisdictionCode } from './jurisdiction.ts'

/** The national records, in the order of reporting_lines.json. */
export const nationalLines = [
  'emergency', 'police', 'cac', 'trafficking-hotline', 'ncmec', 'childhelp', '988',
  'hsi', 'fbi', 'runaway', 'indian-country', 'stronghearts', 'crisis-text', 'sexual-assault',
] as const // prettier-ignore

export type NationalLine = (typeof nationalLines)[number]
export type LineKey = JurisdictionCode | `US/${NationalLine}`
export type LocalKey = `office/${number}` | `tribe/${number}`
export type SignpostKey = (typeof signpostNames)[number]
export type StepKey = LineKey | LocalKey | SignpostKey

export type NamedSource = { readonly address: string; readonly date: string | null }

/** How a number is backed; the center's own are not the directory's to grade. */
export type Backing = Confidence | 'confirmed-by-center'

export type Phone = {
  readonly number: string
  readonly confidence: Backing
  readonly tty: boolean
  readonly plainLabel: Bilingual
  readonly opening: OpeningHours | null
}

export type Line = {
  readonly key: StepKey
  readonly kind: LineRecord['kind'] | 'military' | 'embassy'
  readonly jurisdiction: JurisdictionCode | 'US'
  readonly name: Bilingual
  readonly for: Bilingual
  readonly hours: Bilingual | null
  readonly opening: OpeningHours | null
  readonly phones: readonly Phone[]
  readonly text: string | null
  readonly url: string | null
  readonly online_report_url: string | null
  /** The one to name, chosen from those of the record; an empty address where the center or nobody is the source. */
  readonly source: NamedSource
  /** Null for a signpost: there is no number to back. */
  readonly confidence: Backing | null
  /** The states where people are sent to a county's office. */
  readonly county_based: boolean
  readonly verified_by_call_on: string | null
  /** The day on which the center confirmed a line of its own. */
  readonly confirmed_on: string | null
}

/** What a line has that carries nothing beyond its name, purpose and numbers. */
export const bare = {
  hours: null,
  opening: null,
  text: null,
  url: null,
  online_report_url: null,
  source: { address: '', date: null },
  county_based: false,
  verified_by_call_on: null,
  confirmed_on: null,
} as const satisfies Partial<Line>
