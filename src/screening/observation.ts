// What one source says about one indicator. Answers of the check, findings in a note and what a person told
// all become observations; the assessment knows nothing else.

import type { IndicatorCode } from '../knowledge/index.ts'
import type { Finding } from './narrative/finding.ts'

export type Assertion = 'affirmed' | 'negated' | 'possible'
export type Temporality = 'current' | 'historical' | 'hypothetical'
export type Experiencer = 'child' | 'other'

/**
 * Where it comes from: a chosen answer (its wording), a span of a note (UTF-16 code units, its words, and the entry of the
 * lexicon that found them), or a person and a time.
 */
export type ObservationEvidence =
  | { readonly question: string; readonly answer: string }
  | { readonly start: number; readonly end: number; readonly text: string; readonly rule: string }
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

/**
 * A finding that a person has confirmed, with the words as they stand in the note. Whoever calls this vouches for the
 * confirmation: an unconfirmed finding is no observation. Throws RangeError when the span lies outside the note.
 */
export function observationOf(
  { code, assertion, temporality, experiencer, start, end, rule }: Finding,
  note: string,
): Observation {
  if (start < 0 || end <= start || end > note.length) throw new RangeError('The finding lies outside the note')
  const evidence = { start, end, text: note.slice(start, end), rule }
  return { indicator: code, assertion, temporality, experiencer, source: 'narrative', evidence }
}

/** Counts for the next step: said of the child, not denied, not merely imagined. */
export const isActionable = (observation: Pick<Observation, 'assertion' | 'temporality' | 'experiencer'>): boolean =>
  observation.experiencer === 'child' &&
  observation.assertion !== 'negated' &&
  observation.temporality !== 'hypothetical'
