// The shapes of the files in content/directory. An unknown word (a new kind, a new confidence) is refused at start:
// better no page than a number shown under a rule that does not know it.

import * as v from 'valibot'

import { jurisdictionCodes } from './jurisdiction.ts'

export const bilingual = v.strictObject({
  en: v.pipe(v.string(), v.minLength(1)),
  es: v.pipe(v.string(), v.minLength(1)),
})
const confidence = v.picklist(['two-sources', 'one-source', 'memory-only'])
export const source = v.object({ address: v.string(), date: v.optional(v.string()) })
const jurisdiction = v.picklist(['US', ...jurisdictionCodes])

export const lineRecord = v.object({
  jurisdiction,
  name: v.string(),
  kind: v.picklist([
    'emergency',
    'law_enforcement',
    'cac',
    'trafficking',
    'ncmec',
    'support',
    'crisis',
    'tribal',
    'cps',
  ]),
  phones: v.array(v.object({ number: v.string(), label: v.string(), confidence, tty: v.optional(v.boolean(), false) })),
  text: v.nullable(v.string()),
  url: v.nullable(v.string()),
  online_report_url: v.nullable(v.string()),
  hours: v.nullable(v.string()),
  sources: v.pipe(v.array(source), v.minLength(1)),
  confidence,
  county_based: v.boolean(),
  verified_by_call_on: v.nullable(v.pipe(v.string(), v.isoDate())),
})

export const dutyRecord = v.object({
  jurisdiction,
  who_model: v.picklist(['universal', 'listed', 'listed-plus-universal-for-sexual-abuse', 'agency']),
  oral_deadline_hours: v.nullable(v.number()),
  written_deadline_hours: v.nullable(v.number()),
  statute: v.string(),
  sources: v.pipe(v.array(source), v.minLength(1)),
  confidence,
  reviewed_by_counsel_on: v.nullable(v.pipe(v.string(), v.isoDate())),
})

export const plainLine = v.strictObject({
  name: bilingual,
  for: bilingual,
  hours: v.nullable(bilingual),
  labels: v.nullish(v.record(v.string(), bilingual)),
})

export const plainDuty = v.strictObject({ who: bilingual, first: bilingual, written: v.nullable(bilingual) })

export const namedJurisdiction = v.strictObject({ code: v.picklist(jurisdictionCodes), ...bilingual.entries })

const reasons = v.record(v.string(), v.string())
const places = v.array(v.picklist(jurisdictionCodes))

export const rulesFile = v.strictObject({
  hidden_lines: reasons,
  professional_lines: reasons,
  hidden_texts: reasons,
  hidden_addresses: reasons,
  hidden_hours: reasons,
  phones: v.record(
    v.string(),
    v.strictObject({
      audience: v.optional(v.literal('professional')),
      topic: v.optional(v.picklist(['trafficking', 'abuse'])),
      why: v.string(),
    }),
  ),
  limited_hours: places,
  partial: places,
  police_only_unless_caregiver: places,
  both_always: places,
  treat_as_everyone: places,
})

export const signpostNames = ['tribe', 'military', 'abroad-emergency', 'abroad-embassy'] as const

/** Who helps where no number is known; a strict object, so that no number can be put in. */
const signpost = v.strictObject({
  kind: v.picklist(['emergency', 'tribal', 'military', 'embassy']),
  name: bilingual,
  for: bilingual,
})

export const signpostsFile = v.strictObject({
  ...eachOf(signpostNames, signpost),
  'of-center': v.strictObject(
    eachOf(
      [
        'police',
        'police-for',
        'child-protection',
        'child-protection-for',
        'tribe-police',
        'tribe-services',
        'tribe-for',
      ] as const,
      bilingual,
    ),
  ),
})

/** One schema for each of the names. */
function eachOf<const Name extends string, Schema>(names: readonly Name[], schema: Schema): Record<Name, Schema> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>
}

export type LineRecord = v.InferOutput<typeof lineRecord>
export type DutyRecord = v.InferOutput<typeof dutyRecord>
export type PlainDuty = v.InferOutput<typeof plainDuty>
export type DirectoryRules = v.InferOutput<typeof rulesFile>
export type Source = v.InferOutput<typeof source>
export type Confidence = v.InferOutput<typeof confidence>
export type SignpostsFile = v.InferOutput<typeof signpostsFile>
