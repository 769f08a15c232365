// The time a law gives for a report, in a form that can be computed. A law that names no hours is `at-once`: there is no
// way to say "no deadline" here (docs/decisions, directory rules). The terms stand in content/directory, read 2026-11-22.

import * as v from 'valibot'

import type { Bilingual } from '../knowledge/index.ts'
import type { Confidence, Source } from './directory-files.ts'

const positive = v.pipe(v.number(), v.integer(), v.minValue(1))

/** From when the time counts. `contact`: from the contact that led to the belief; `not-stated`: the record does not say. */
export const starts = ['learned', 'contact', 'not-stated', 'first-report', 'on-request'] as const
export const termConditions = ['requested', 'requested-or-drugs', 'phoned', 'spoken', 'sources-conflict'] as const
export const boundByTerm = ['professionals', 'others', 'health-providers', 'receiving-agency'] as const

const common = {
  what: v.picklist(['first', 'written']),
  from: v.optional(v.picklist(starts), 'learned'),
  /** Due only then; null: always. */
  only_if: v.optional(v.nullable(v.picklist(termConditions)), null),
  /** Whom of those with the duty; null: all of them. */
  binds: v.optional(v.nullable(v.picklist(boundByTerm)), null),
  confidence: v.optional(v.picklist(['one-source', 'memory-only'])),
}

export const termEntry = v.variant('kind', [
  v.strictObject({ kind: v.literal('at-once'), ...common }),
  v.strictObject({ kind: v.literal('hours'), hours: positive, ...common }),
  v.strictObject({ kind: v.literal('calendar-days'), days: positive, ...common }),
  v.strictObject({ kind: v.literal('business-days'), days: positive, ...common }),
  v.strictObject({ kind: v.literal('business-hours'), hours: positive, ...common }),
])

export type TermEntry = v.InferOutput<typeof termEntry>

/** How long; business: without Saturdays and Sundays. */
export type Term =
  | { readonly kind: 'at-once' }
  | { readonly kind: 'hours' | 'business-hours'; readonly hours: number }
  | { readonly kind: 'calendar-days' | 'business-days'; readonly days: number }

/** One time of one duty, with what it rests on. */
export type DutyTerm = Term & {
  readonly what: TermEntry['what']
  readonly from: TermEntry['from']
  readonly only_if: TermEntry['only_if']
  readonly binds: TermEntry['binds']
  readonly citation: string
  readonly source: { readonly address: string; readonly date: Source['date'] | null }
  readonly confidence: Confidence
  /** The day we read the record. */
  readonly read_on: string
  readonly reviewed_by_counsel_on: string | null
}

/** A duty with its times: at least one for the first report. */
export type TimedDuty = { readonly terms: readonly DutyTerm[] }

export type FederalDuty = TimedDuty & {
  readonly name: Bilingual
  readonly first: Bilingual
  readonly written: Bilingual | null
}
