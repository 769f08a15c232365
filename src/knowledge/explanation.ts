// What the public reads about one indicator, and how strong the published evidence for it is.

import * as v from 'valibot'

import type { IndicatorCode } from './indicator.ts'
import type { Language } from './language.ts'

export const explanationSchema = v.strictObject({
  /** Label of the check box, at most 75 characters. */
  name: v.pipe(v.string(), v.minLength(5), v.maxLength(75)),
  what: v.pipe(v.string(), v.minLength(10)),
  looks_like: v.pipe(v.string(), v.minLength(10)),
  may_also_mean: v.pipe(v.string(), v.minLength(10)),
  do: v.pipe(v.string(), v.minLength(10)),
})

export type Explanation = v.InferOutput<typeof explanationSchema>

export type Explanations = Readonly<Record<Language, Readonly<Record<IndicatorCode, Explanation>>>>

/**
 * defining: by law this is the exploitation of a child, no force needed. studied: an effect size was published.
 * listed: named by authorities, no effect size found. no-link-found: tested in one study, no link by itself.
 */
export const evidenceClasses = ['defining', 'studied', 'listed', 'no-link-found'] as const

export type EvidenceClass = (typeof evidenceClasses)[number]

export const evidenceSchema = v.strictObject({
  class: v.picklist(evidenceClasses),
  source: v.pipe(v.string(), v.minLength(10)),
})

export type EvidenceEntry = v.InferOutput<typeof evidenceSchema>

export type Evidence = Readonly<Record<IndicatorCode, EvidenceEntry>>
