// The fields of a child or caregiver: names, date of birth, phone. They come back with everything typed.

import type { IndividualForm } from '../../../casework/index.ts'
import type { Form } from '../../form-reader.ts'
import { TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'
import { answerIn, readTyped, type Typed } from '../typed.ts'

export const readIndividualTyped = (form: Form, more: readonly string[] = []): Typed =>
  readTyped(form, ['given', 'surname', 'birthDate', 'phone', ...more])

export const individualOf = (typed: Typed): IndividualForm => ({
  given: answerIn(typed, 'given'),
  surname: answerIn(typed, 'surname'),
  birthDate: answerIn(typed, 'birthDate'),
  phone: answerIn(typed, 'phone'),
})

type FieldParts = { readonly visit: Visit; readonly typed: Typed; readonly errors: FieldErrors }

export const IndividualFields = ({ visit: { say }, typed, errors }: FieldParts) => {
  const field = (name: string) => ({ name, value: answerIn(typed, name), error: errors[name] })
  return (
    <>
      <p class="govuk-hint">{say('cases.names.hint')}</p>
      <TextField label={say('cases.given')} {...field('given')} />
      <TextField label={say('cases.surname')} {...field('surname')} />
      <TextField type="date" label={say('cases.birth-date')} width={10} {...field('birthDate')} />
      <TextField label={say('cases.phone')} hint={say('cases.phone.hint')} {...field('phone')} />
    </>
  )
}
