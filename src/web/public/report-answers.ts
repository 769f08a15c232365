// The answers of the report form: read from a post, parsed into a question for the directory, or into the sentence that
// says what to put right. They travel as hidden fields from step to step and are kept nowhere.

import type { IndicatorCode } from '../../knowledge/index.ts'
import {
  countiesOf,
  countiesOfZip,
  isJurisdiction,
  jurisdictionOfZip,
  lands,
  type CountyHint,
  type Directory,
  type JurisdictionCode,
  type Land,
  type Question,
  type Situation,
} from '../../reporting/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import type { Form } from '../form-reader.ts'
import type { FieldErrors, Fields } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { noticedIn } from './noticed.ts'

/** The questions with a few fixed answers, in the order of the form. */
export const choices = {
  danger: ['yes', 'no', 'unsure'],
  suspect: ['caregiver', 'other', 'both', 'unsure'],
  missing: ['yes', 'no', 'unsure'],
  images: ['yes', 'no', 'unsure'],
  exchange: ['yes', 'no', 'unsure'],
  suicidal: ['yes', 'no', 'unsure'],
} as const

export type ChoiceName = keyof typeof choices

export const choiceNames = Object.keys(choices) as readonly ChoiceName[]

export type ReportAnswers = {
  readonly zip: string
  readonly state: string
  /** 'TX:Travis County', as a county was chosen from a list; empty: not chosen. */
  readonly county: string
  readonly land: Land
  readonly professional: boolean
  readonly chosen: Readonly<Record<ChoiceName, string>>
  readonly noticed: readonly IndicatorCode[]
}

export const emptyAnswers: ReportAnswers = {
  zip: '',
  state: '',
  county: '',
  land: 'ordinary',
  professional: false,
  chosen: { danger: '', suspect: '', missing: '', images: '', exchange: '', suicidal: '' },
  noticed: [],
}

/** Typed text stays as typed; a choice that the form does not offer counts as not answered. */
export function readAnswers(form: Form): ReportAnswers {
  const choice = (name: ChoiceName): string => {
    const value = form.one(name)
    return (choices[name] as readonly string[]).includes(value) ? value : ''
  }
  return {
    zip: form.one('zip').slice(0, 40),
    state: form.one('state').slice(0, 2),
    county: form.one('county').slice(0, 80),
    land: lands.find((land) => land === form.one('land')) ?? 'ordinary',
    professional: form.one('professional') === 'yes',
    chosen: Object.fromEntries(choiceNames.map((name) => [name, choice(name)])) as Record<ChoiceName, string>,
    noticed: noticedIn(form),
  }
}

/** What the check already told fills the form in; the person may change it. */
export function startFrom(form: Form): ReportAnswers {
  const { noticed, professional, state } = readAnswers(form)
  const has = (...codes: readonly IndicatorCode[]): boolean => codes.some((code) => noticed.includes(code))
  return {
    ...emptyAnswers,
    noticed,
    professional,
    state,
    chosen: {
      ...emptyAnswers.chosen,
      suspect: has('family-exploiter') ? 'caregiver' : '',
      images: has('images-requested', 'images-sold') ? 'yes' : '',
      exchange: has('exchange', 'images-sold', 'family-exploiter') ? 'yes' : '',
    },
  }
}

export const answerFields = (answers: ReportAnswers): Fields => ({
  zip: answers.zip,
  state: answers.state,
  county: answers.county,
  land: answers.land,
  professional: answers.professional ? 'yes' : '',
  ...answers.chosen,
  noticed: answers.noticed,
})

export function situationsOf({ chosen }: ReportAnswers): readonly Situation[] {
  const found: readonly (Situation | false)[] = [
    chosen.danger === 'yes' && 'danger',
    // Not being sure is reason enough to name the line for it.
    (chosen.suicidal === 'yes' || chosen.suicidal === 'unsure') && 'suicidal',
    chosen.missing === 'yes' && 'missing',
    (chosen.suspect === 'caregiver' || chosen.suspect === 'both') && 'caregiver-suspected',
    (chosen.suspect === 'other' || chosen.suspect === 'both') && 'not-caregiver',
    chosen.exchange === 'yes' && 'trafficking',
    chosen.images === 'yes' && 'images',
    chosen.missing === 'unsure' && 'maybe-missing',
    chosen.images === 'unsure' && 'maybe-images',
  ]
  return found.filter((situation) => situation !== false)
}

/** The question for the directory, or a sentence for each field that has to be put right. */
export function questionOf(answers: ReportAnswers, { say, services }: Asker): Result<Question, FieldErrors> {
  const told = {
    situations: situationsOf(answers),
    audience: answers.professional ? ('professional' as const) : ('public' as const),
  }
  if (answers.land === 'abroad') return ok({ ...told, land: answers.land })
  const chosen = countyIn(answers.county, services.directory)
  const place = placeOf(answers, chosen, { say, services })
  if (!place.ok) return place
  const county = chosen ?? onlyCountyOf(answers.zip, services.directory)
  const fits = county?.state === place.value
  return ok({ ...told, jurisdiction: place.value, county: fits ? county.county : null, land: answers.land })
}

type Asker = Pick<Visit, 'say' | 'services'>

export const countyValue = ({ state, county }: CountyHint): string => `${state}:${county}`

/** Only a county of the table counts; anything else in the field is as if none had been chosen. */
function countyIn(chosen: string, directory: Directory): CountyHint | undefined {
  const [state = '', county = ''] = chosen.split(':')
  return isJurisdiction(state) && countiesOf(state, directory).includes(county) ? { state, county } : undefined
}

/** The county of a ZIP that lies in one alone. */
function onlyCountyOf(zip: string, directory: Directory): CountyHint | undefined {
  const hints = countiesOfZip(zip, directory)
  return hints.length === 1 ? hints[0] : undefined
}

/**
 * A chosen state wins over nothing typed, and over a ZIP that cannot be read; where both are given they must agree, so that
 * nobody calls the wrong state. A ZIP may cross a state line: then the state or the county that was chosen decides.
 */
function placeOf(
  { zip, state }: ReportAnswers,
  county: CountyHint | undefined,
  { say, services }: Asker,
): Result<JurisdictionCode, FieldErrors> {
  const chosen = isJurisdiction(state) ? state : undefined
  if (zip.trim() === '') return chosen === undefined ? failed({ zip: say('error.place-missing') }) : ok(chosen)
  const found = jurisdictionOfZip(zip)
  if (!found.ok) return chosen === undefined ? failed({ zip: say(`error.${found.reason}`) }) : ok(chosen)
  const touched = new Set([found.value, ...countiesOfZip(zip, services.directory).map((one) => one.state)])
  const named = chosen ?? county?.state ?? found.value
  return touched.has(named) ? ok(named) : failed({ state: say('error.zip-and-state-differ') })
}
