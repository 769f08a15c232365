// The score as a FHIR R4 Observation (category survey) derived from the response. It says the instrument's own total and
// band and no probability: none of these instruments gives one. It is labelled as sensitive (HL7 ActCode SDV: sexual
// assault, abuse or domestic violence), so that a system that receives it can keep it from those whom it could endanger.

import * as v from 'valibot'

import type { FormProblem } from './form-problem.ts'
import type { Score } from './score.ts'

type CodeableConcept = {
  readonly coding?: readonly { readonly system: string; readonly code: string; readonly display?: string }[]
  readonly text?: string
}

type Named = {
  readonly code: CodeableConcept
  readonly dataAbsentReason?: CodeableConcept
  readonly valueQuantity?: Points
}
type Points = { readonly value: number; readonly unit: string; readonly system: string; readonly code: string }
type Reference = Readonly<Record<string, unknown>>

export type ScoreObservation = Named & {
  readonly resourceType: 'Observation'
  readonly meta: { readonly security: CodeableConcept['coding'] }
  readonly status: 'preliminary' | 'final'
  readonly category: readonly CodeableConcept[]
  readonly derivedFrom: readonly Reference[]
  readonly subject?: Reference
  readonly performer?: readonly Reference[]
  readonly effectiveDateTime?: string
  readonly interpretation?: readonly CodeableConcept[]
  readonly component?: readonly Named[]
}

const hl7 = 'http://terminology.hl7.org/CodeSystem'

const reference = v.optional(v.looseObject({ reference: v.optional(v.string()) }))

const responseParts = v.looseObject({
  id: v.optional(v.string()),
  status: v.optional(v.string()),
  subject: reference,
  author: reference,
  authored: v.optional(v.string()),
})

/** `code` names the instrument's total; without one it is named in words. Never throws: a response without parts has none. */
export function toObservation(score: Score, response: unknown, code: CodeableConcept = totalScore): ScoreObservation {
  const read = v.safeParse(responseParts, response)
  const { id, status, subject, author, authored } = read.success ? read.output : {}
  const isFinished = status === 'completed' || status === 'amended'
  const components = Object.entries(score.subscores).map(([name, value]) =>
    named({ text: name }, value, score.problems),
  )
  return {
    resourceType: 'Observation',
    meta: { security: [{ system: `${hl7}/v3-ActCode`, code: 'SDV' }] },
    status: isFinished && score.total !== null ? 'final' : 'preliminary',
    category: [{ coding: [{ system: `${hl7}/observation-category`, code: 'survey' }] }],
    derivedFrom: [
      { type: 'QuestionnaireResponse', ...(id === undefined ? noId : { reference: `QuestionnaireResponse/${id}` }) },
    ],
    ...(subject === undefined ? {} : { subject }),
    ...(author === undefined ? {} : { performer: [author] }),
    ...(authored === undefined ? {} : { effectiveDateTime: authored }),
    ...named(code, score.total, score.problems),
    ...(score.band === null ? {} : { interpretation: [{ text: bandText(score) }] }),
    ...(components.length === 0 ? {} : { component: components }),
  }
}

const totalScore: CodeableConcept = { text: 'Total of a screening instrument' }

const noId = { display: 'A response that has no id' }

const named = (code: CodeableConcept, value: number | null, problems: readonly FormProblem[]): Named =>
  value === null ? { code, dataAbsentReason: absent(problems) } : { code, valueQuantity: points(value) }

const points = (value: number): Points => ({
  value,
  unit: 'points',
  system: 'http://unitsofmeasure.org',
  code: '{score}',
})

/** A band that is only reached so far must not be read as the result. */
const bandText = ({ total, band }: Score): string => (total === null ? `reached so far: ${band ?? ''}` : (band ?? ''))

/** error: something has to be put right; not-applicable: not validated for this child; unknown: answers are missing. */
function absent(problems: readonly FormProblem[]): CodeableConcept {
  const codes = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const isUnsuited = codes.some((code) => code === 'age-out-of-range' || code === 'setting-out-of-range')
  const isMissing = codes.every((code) => code === 'missing-answer')
  const code = isUnsuited ? 'not-applicable' : isMissing ? 'unknown' : 'error'
  return { coding: [{ system: `${hl7}/data-absent-reason`, code }] }
}
