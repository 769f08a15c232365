// Whether the response is one to this form and finished, and whether the instrument was validated for this child and place.

import type { ValidFor } from './definition.ts'
import type { Form } from './form.ts'
import type { Note } from './form-problem.ts'
import type { Response } from './response.ts'

export type Subject = { readonly ageYears?: number | undefined; readonly setting?: string | undefined }

export function noteStatus({ status }: Response, note: Note): void {
  if (status === 'entered-in-error') note('entered-in-error', null)
  else if (status !== 'completed' && status !== 'amended') note('not-completed', null)
}

/** A response names its form by address and version, or by the id of a form kept beside it. */
export function noteOtherForm(form: Form, { questionnaire }: Response, note: Note): void {
  if (questionnaire === undefined) return
  const [address = '', version] = questionnaire.split('|')
  if (form.id !== undefined && [`#${form.id}`, `Questionnaire/${form.id}`].includes(address)) return
  if (form.url === undefined) note('questionnaire-unnamed', null)
  else if (form.url !== address) note('other-questionnaire', null)
  else if (version !== undefined && form.version !== undefined && version !== form.version) note('other-version', null)
}

/** Both ends of the ages are included, in whole years: 17 ends with the eighteenth birthday. */
export function noteUnsuited({ ageYears, settings }: ValidFor, subject: Subject, note: Note): void {
  const { ageYears: age, setting } = subject
  if (ageYears !== undefined && age === undefined) note('age-unknown', null)
  if (ageYears !== undefined && age !== undefined && !(age >= ageYears.from && Math.floor(age) <= ageYears.to))
    note('age-out-of-range', null)
  if (settings !== undefined && setting === undefined) note('setting-unknown', null)
  if (settings !== undefined && setting !== undefined && !settings.includes(setting)) note('setting-out-of-range', null)
}
