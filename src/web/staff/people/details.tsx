// Changing what is known of a person: name, discipline, agency.

import {
  changePerson,
  listAgencies,
  longestName,
  seePerson,
  type DetailsForm,
  type SeenPerson,
} from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { ErrorSummary, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { AreaNavigation } from './area.tsx'
import { askedPerson, databaseOf, goTo, personPath } from './asked.ts'
import { PlaceFields } from './person-fields.tsx'
import { sentencesOf } from './people-words.ts'

export const detailsForm: StaffHandler = async (visit) => {
  const person = await seePerson(databaseOf(visit), visit.signedIn, askedPerson(visit))
  const { name, discipline, agency } = person
  return formPage(visit, person, { name, discipline, agency: agency?.id ?? '' }, {})
}

export const changeDetails: StaffHandler = async (visit) => {
  const id = askedPerson(visit)
  const form = await readForm(visit)
  const typed = {
    name: form.one('name').slice(0, 2 * longestName),
    discipline: form.one('discipline'),
    agency: form.one('agency'),
  }
  const again = form.one('again') === 'yes'
  const changed = again ? undefined : await changePerson(databaseOf(visit), visit.signedIn, id, typed)
  if (changed?.ok === true) return goTo(visit, personPath(id, '?done=changed'))
  const person = await seePerson(databaseOf(visit), visit.signedIn, id)
  return formPage(visit, person, typed, sentencesOf(visit.say, changed?.reason ?? {}))
}

async function formPage(
  visit: StaffVisit,
  person: SeenPerson,
  typed: DetailsForm,
  errors: FieldErrors,
): Promise<Response> {
  const { say } = visit
  const agencies = await listAgencies(databaseOf(visit), visit.signedIn)
  const isWrong = Object.keys(errors).length > 0
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.details.of', { name: person.name })}</h1>
      <AreaNavigation visit={visit} />
      <StaffForm visit={visit} action={personPath(person.id, '/details')} id="details">
        <TextField
          name="name"
          label={say('people.name')}
          maxlength={longestName}
          value={typed.name}
          error={errors['name']}
        />
        <PlaceFields visit={visit} agencies={agencies} typed={typed} errors={errors} />
        <button type="submit" class="govuk-button">
          {say('people.save')}
        </button>
      </StaffForm>
    </>
  )
  const title = say(isWrong ? 'people.details.title-error' : 'people.details.title')
  return shellPage({ visit, title, form: 'details', children }, isWrong ? 400 : 200)
}
