// Scores a filled-in FHIR form, and never silently: what cannot be counted is a named problem and never a 0, and as long as
// one of them is an error there is no total. FHIR engines measured on 22 Nov 2026 gave 24 points for a form with an unknown
// code and 0 or nothing for answers without a system; in the screening of a child that would be a wrong "below the cut-off".

import type { Evaluate } from './calculation.ts'
import { bandOf } from './cut-off.ts'
import type { ScoringDefinition, ValidFor } from './definition.ts'
import { fillIn, noteEnableExpressions, type FilledIn } from './fill-in.ts'
import { findTotal, type Scoring } from './find-total.ts'
import { formSchema, placesOf } from './form.ts'
import { hasError, isWhole, notebook, type FormProblem } from './form-problem.ts'
import { bandReachedSoFar } from './reached-so-far.ts'
import { linkIdOf, noteSlips, noteUnknownSets, scoredOf, type Reading } from './reading.ts'
import { readResource } from './read-resource.ts'
import { responseSchema } from './response.ts'
import { noteOtherForm, noteStatus, noteUnsuited, type Subject } from './suited.ts'
import { addUp, missingOf, subscoresOf, type Subscores } from './total.ts'
import { weigh } from './weigh.ts'

export type ScoreOptions = {
  /** How the instrument is scored; without it the weights of the form are added up, or its own calculation is run. */
  readonly definition?: ScoringDefinition | undefined
  /** For whom; default the definition's own. */
  readonly validFor?: ValidFor | undefined
  readonly subject?: Subject | undefined
  /** Value sets and code systems that the form does not bring along. */
  readonly resources?: readonly unknown[] | undefined
  /** Runs FHIRPath, for forms that calculate; see loadEvaluate. */
  readonly evaluate?: Evaluate | undefined
}

export type Score = {
  /** Null as long as one of the problems is an error. */
  readonly total: number | null
  readonly items: readonly { readonly linkId: string; readonly weight: number }[]
  readonly subscores: Subscores
  /** With a total, its band; without one, the band that is reached so far (see the problems), or null. */
  readonly band: string | null
  /** The scored questions without an answer, in the order of the form. */
  readonly missing: readonly string[]
  readonly problems: readonly FormProblem[]
}

/** Pure. Takes both resources as they were read, whatever they are; throws nothing. */
export function score(questionnaire: unknown, response: unknown, options: ScoreOptions = {}): Score {
  const { note, problems } = notebook()
  const [form, given] = [readResource(formSchema, questionnaire), readResource(responseSchema, response)]
  if (!form.ok) note('questionnaire-unreadable', null, { detail: form.why })
  if (!given.ok) note('response-unreadable', null, { detail: given.why })
  if (!form.ok || !given.ok) return { total: null, items: [], subscores: {}, band: null, missing: [], problems }
  const { definition, evaluate } = options
  const scoring = { form: form.resource, response: given.resource, questionnaire, definition, evaluate, note, problems }
  noteOutside(scoring, options)
  return scoreFilled(fillIn(scoring.form, scoring.response, options.resources ?? [], note), scoring)
}

/** Everything that does not need the answers. */
function noteOutside({ form, response, definition, note }: Scoring, options: ScoreOptions): void {
  noteStatus(response, note)
  noteOtherForm(form, response, note)
  noteUnsuited(options.validFor ?? definition?.validFor ?? {}, options.subject ?? {}, note)
  const questions = placesOf(form.item).filter(({ item }) => item.type !== 'group' && item.type !== 'display')
  const known = new Set(questions.map(({ item }) => item.linkId))
  const { items = [], subscores = {}, totalLinkId } = definition ?? {}
  const named = [...items.map(({ linkId }) => linkId), ...Object.values(subscores).flat(), totalLinkId]
  for (const linkId of named) if (linkId !== undefined && !known.has(linkId)) note('definition-item-unknown', linkId)
}

function scoreFilled(filled: FilledIn, scoring: Scoring): Score {
  const { definition, note, problems } = scoring
  const weighing = { rule: definition?.rule ?? 'sum', definition }
  const weighed = weigh(scoredIn(filled, scoring), weighing, note)
  const added = addUp(weighed, weighing, note)
  const found = findTotal(added, filled, scoring)
  const total = hasError(problems) ? null : found
  const band = total === null ? bandReachedSoFar(added, filled, scoring) : bandFor(total, scoring)
  return {
    total,
    items: weighed.flatMap(({ linkId, weight }) => (weight === null ? [] : [{ linkId, weight }])),
    subscores: subscoresOf(isWhole(problems) ? weighed : [], definition),
    band,
    missing: missingOf(weighed),
    problems,
  }
}

function scoredIn({ readings }: FilledIn, { form, definition, note }: Scoring): readonly Reading[] {
  const scored = scoredOf(readings, definition)
  const gates = new Set(placesOf(form.item).flatMap(({ item }) => (item.enableWhen ?? []).map((one) => one.question)))
  const matters = (linkId: string): boolean => scored.size === 0 || scored.has(linkId) || gates.has(linkId)
  noteSlips(readings, matters, note)
  noteUnknownSets(readings, definition?.items !== undefined, note)
  const ours = readings.filter((one) => scored.has(linkIdOf(one)))
  noteEnableExpressions(ours, note)
  return ours
}

function bandFor(total: number, { definition, note }: Scoring): string | null {
  const cutOffs = definition?.cutOffs ?? []
  if (cutOffs.length === 0) return null
  const band = bandOf(total, cutOffs)
  if (band === null) note('no-band', null)
  return band
}
