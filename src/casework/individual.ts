// A child or caregiver as a form gives them, checked: one name at least, a day of the calendar, digits that can be dialled.

import { failed, ok, type Result } from '../shared/index.ts'
import type { IndividualColumn } from './case.ts'
import { isDay, type FieldFault } from './casework.ts'

/** As typed; an empty text is nothing. `birthDate`: 'YYYY-MM-DD'. */
export type IndividualForm = {
  readonly given: string
  readonly surname: string
  readonly birthDate?: string
  readonly phone?: string
}

/** By column; what is not known is not there. */
export type PlainFields = Partial<Readonly<Record<IndividualColumn, string>>>

const longestName = 100
/** Longer than anyone lived (122 years), so that only a slip is refused. */
const longestLife = 125

export function readIndividual(form: IndividualForm, today: string): Result<PlainFields, readonly FieldFault[]> {
  const given = form.given.trim()
  const surname = form.surname.trim()
  const birthDate = (form.birthDate ?? '').trim()
  const phone = (form.phone ?? '').trim()
  const faults = [
    ...(given === '' && surname === '' ? [{ field: 'given', code: 'needed' } as const] : []),
    ...tooLong('given', given),
    ...tooLong('surname', surname),
    ...birthDateFaults(birthDate, today),
    ...(phone === '' || isPhone(phone) ? [] : [{ field: 'phone', code: 'not-a-phone' } as const]),
  ]
  if (faults.length > 0) return failed(faults)
  const typed = { given_name: given, surname, birth_date: birthDate, phone }
  return ok(Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== '')))
}

const tooLong = (field: string, name: string): readonly FieldFault[] =>
  name.length > longestName ? [{ field, code: 'too-long' }] : []

function birthDateFaults(text: string, today: string): readonly FieldFault[] {
  if (text === '') return []
  if (!isDay(text)) return [{ field: 'birthDate', code: 'not-a-date' }]
  if (text > today) return [{ field: 'birthDate', code: 'in-future' }]
  const oldest = Number(today.slice(0, 4)) - longestLife
  return Number(text.slice(0, 4)) < oldest ? [{ field: 'birthDate', code: 'too-long-ago' }] : []
}

/** 7 to 15 digits (ITU-T E.164 allows 15 at most; read 2026-11-24), with the marks people write between them. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length
  return /^\+?[\d\s().\-/]+(?:(?:x|ext\.?)\s*\d+)?$/i.test(text) && digits >= 7 && digits <= 20
}
