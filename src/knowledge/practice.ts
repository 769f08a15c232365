// Practice: made-up scenes by age, each with things that one could say or do and a kind answer to each. Nothing is right or
// wrong, nothing is scored. The bands are our own, built on NetSmartz, Not a Number and Erin's Law
// (domain/casework-mentoring-prevention.md, 6.2).

import * as v from 'valibot'

import type { Language } from './language.ts'
import { provenanceSchema } from './provenance.ts'

export const practiceBands = ['5-7', '8-10', '11-13', '14-17'] as const

export type PracticeBand = (typeof practiceBands)[number]

/**
 * try: something to say or do. tell: ends with a grown-up one trusts. already: for those to whom it has happened; its answer
 * says that it is not their fault.
 */
export const choiceKinds = ['try', 'tell', 'already'] as const

const sentence = (longest: number) => v.pipe(v.string(), v.minLength(3), v.maxLength(longest))

const choice = v.strictObject({ kind: v.picklist(choiceKinds), say: sentence(75), answer: sentence(240) })

const scenario = v.strictObject({
  /** The same in every language; part of the page's addresses (#id). */
  id: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/)),
  title: sentence(45),
  scene: sentence(160),
  choices: v.pipe(v.array(choice), v.minLength(3), v.maxLength(4)),
})

const band = v.strictObject({
  summary: sentence(90),
  lead: sentence(160),
  /** For the grown-up: how to do it together. */
  grown_up: v.pipe(v.array(sentence(300)), v.minLength(2)),
  scenarios: v.pipe(v.array(scenario), v.minLength(4), v.maxLength(6)),
  /** Whom to tell; 911, and 988 where it fits. */
  closing: v.pipe(v.array(sentence(200)), v.minLength(2)),
})

export const practiceSchema = v.strictObject({
  ...provenanceSchema.entries,
  bands: v.strictObject({ '5-7': band, '8-10': band, '11-13': band, '14-17': band }),
})

export type PracticeChoice = v.InferOutput<typeof choice>
export type PracticeScenario = v.InferOutput<typeof scenario>
export type PracticeText = v.InferOutput<typeof band>
export type Practice = Readonly<Record<Language, v.InferOutput<typeof practiceSchema>>>
