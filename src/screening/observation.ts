// What one source says about one indicator. Answers of the check, findings in a note and what a person told
// all become observations; the assessment knows nothing else.

import type { IndicatorCode } from '../knowledge/index.ts'

export type Assertion = 'affirmed' | 'negated' | 'possible'
export type Temporality = 'current' | 'historical' | 'hypothetical'
export type Experiencer = 'child' | 'other'

/** Where it comes from: a chosen answer (its wording), a span of a note (UTF-16 code units), or a person and a time. */
export type ObservationEvidence =
  | { readonly question: string; readonly answer: string }
  | { readonly start: number; readonly end: number; readonly text: string }
  | { readonly saidBy: string; readonly at: string }

export type Observation = {
  readonly indicator: IndicatorCode
  readonly assertion: Assertion
  readonly temporality: Temporality
  readonly experiencer: Experiencer
  readonly source: 'answer' | 'narrative' | 'person'
  readonly evidence: ObservationEvidence
}

/** A box that was ticked in the check: it says that the person noticed this about the child, now. */
export const answered = (indicator: IndicatorCode, question: string, answer: string): Observation => ({
  indicator,
  assertion: 'affirmed',
  temporality: 'current',
  experiencer: 'child',
  source: 'answer',
  evidence: { question, answer },
})

/** Counts for the next step: said of the child, not denied, not merely imagined. */
export const isActionable = (observation: Observation): boolean =>
  observation.experiencer === 'child' &&
  observation.assertion !== 'negated' &&
  observation.temporality !== 'hypothetical'
