// A published screening instrument, from content/instruments: what it is for, for whom it was tested, its rule, and what was
// published about how often it is right. Facts and concepts in our words; the wording of an instrument is never shipped.
// Everything says how far it is to be trusted, and nothing from memory is shown as settled.

import * as v from 'valibot'

/** In the order of the list: first what a center can write down today. */
export const instrumentIds = ['cse-it', 'htst-florida', 'star', 'tvit', 'focus-s', 'sscst', 'qyit', 'raft'] as const

export type InstrumentId = (typeof instrumentIds)[number]

/** verified: read in the source. secondary: in a source that quotes it. computed: from verified figures. recalled: memory. */
export const instrumentConfidences = ['verified', 'secondary', 'computed', 'recalled'] as const

export const screeningSettings = [
  'advocacy-center',
  'emergency-department',
  'teen-clinic',
  'homeless-services',
  'child-welfare',
  'juvenile-justice',
  'victim-services',
  'social-services',
  'community',
] as const

export const screeners = ['medical-provider', 'trained-staff', 'self'] as const

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))
const said = v.strictObject({ en: words, es: words })
const confidence = v.picklist(instrumentConfidences)
const setting = v.picklist(screeningSettings)
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

/** The key of one of the instrument's sources; null only for what is from memory. */
const backing = { confidence, source: v.nullable(words) }

const item = v.strictObject({
  linkId: v.pipe(v.string(), v.regex(/^q[1-9]$/, 'q1 to q9 is wanted')),
  /** What the question is about. Not the question. */
  concept: said,
  only: v.optional(v.literal('medical-provider')),
})

const scoring = v.strictObject({
  rule: v.picklist(['count-yes', 'any-yes']),
  /** In rising order; each holds up to the next. */
  cutOffs: v.pipe(
    v.array(v.strictObject({ from: v.pipe(v.number(), v.integer()), band: v.picklist(['below', 'at-or-above']) })),
    v.minLength(2),
  ),
  missing: v.literal('all'),
  reachedSoFar: v.boolean(),
  ...backing,
})

/** All figures in percent. `interval`: 95 %. */
const figure = v.strictObject({ value: percent, interval: v.optional(v.tuple([percent, percent])), confidence })

const accuracyRow = v.strictObject({
  sample: said,
  ages: words,
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  prevalence: v.optional(v.strictObject({ value: percent, confidence })),
  sensitivity: figure,
  specificity: figure,
  predictive: v.optional(v.strictObject({ positive: percent, negative: percent, confidence })),
  source: words,
  /** The row from which the numbers for 100 children are worked out. */
  per_hundred: v.optional(v.literal(true)),
})

const source = v.strictObject({
  name: words,
  address: v.nullable(v.pipe(v.string(), v.url())),
  date: v.nullable(v.number()),
  read_on: v.pipe(v.string(), v.isoDate()),
})

export const instrumentSchema = v.strictObject({
  id: v.picklist(instrumentIds),
  short: words,
  name: words,
  version: said,
  /** record-only: the center writes down what its own form says; nothing is scored here. */
  use: v.picklist(['record-only', 'scored']),
  purpose: said,
  ages: v.strictObject({ from: v.nullable(age), to: v.nullable(age), ...backing }),
  /** Where it was tested, with how common trafficking was there, in percent. */
  settings: v.pipe(v.array(v.strictObject({ setting, prevalence: v.nullable(percent), ...backing })), v.minLength(1)),
  /** In which language it was tested where; null: we have not read it. */
  languages: v.nullable(v.record(v.picklist(['en', 'es']), v.array(setting))),
  who_may: v.strictObject({ screeners: v.array(v.picklist(screeners)), confidence, text: said }),
  items_confidence: v.nullable(confidence),
  items: v.array(item),
  scoring: v.nullable(scoring),
  accuracy: v.array(accuracyRow),
  findings: v.array(v.strictObject({ text: said, ...backing })),
  limits: v.array(said),
  licence: v.strictObject({ confidence, text: said }),
  sources: v.record(v.pipe(v.string(), v.regex(/^[a-z]+$/)), source),
})

export type Instrument = v.InferOutput<typeof instrumentSchema>
export type InstrumentItem = v.InferOutput<typeof item>
export type InstrumentConfidence = (typeof instrumentConfidences)[number]
export type InstrumentFigure = v.InferOutput<typeof figure>
export type AccuracyRow = v.InferOutput<typeof accuracyRow>
export type ScreeningSetting = (typeof screeningSettings)[number]
export type Screener = (typeof screeners)[number]
