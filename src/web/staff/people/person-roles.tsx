// Giving and taking roles: one form with every role, each with the sentence of what it allows.

import { changeRoles, seePerson, type PeopleFault, type SeenPerson } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { ErrorSummary } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { AreaNavigation } from './area.tsx'
import { askedPerson, databaseOf, goTo, nowOf, personPath } from './asked.ts'
import { RoleBoxes } from './person-fields.tsx'
import { sentencesOf } from './people-words.ts'

export const rolesForm: StaffHandler = async (visit) => {
  const person = await seePerson(databaseOf(visit), visit.signedIn, askedPerson(visit))
  return formPage(visit, person, person.roles)
}

export const saveRoles: StaffHandler = async (visit) => {
  const id = askedPerson(visit)
  const form = await readForm(visit)
  const wanted = form.all('roles')
  const change = { person: id, wanted }
  const again = form.one('again') === 'yes'
  const changed = again ? undefined : await changeRoles(databaseOf(visit), visit.signedIn, change, nowOf(visit))
  if (changed?.ok === true) return goTo(visit, personPath(id, '?done=roles'))
  const person = await seePerson(databaseOf(visit), visit.signedIn, id)
  return formPage(visit, person, wanted, changed?.reason)
}

function formPage(
  visit: StaffVisit,
  person: SeenPerson,
  chosen: readonly string[],
  fault?: PeopleFault,
): Response | Promise<Response> {
  const { say } = visit
  const errors = sentencesOf(say, fault === undefined ? {} : { roles: fault })
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.roles.of', { name: person.name })}</h1>
      <AreaNavigation visit={visit} />
      <p class="fb-lead">{say('people.roles.lead')}</p>
      <StaffForm visit={visit} action={personPath(person.id, '/roles')} id="roles-form">
        <RoleBoxes visit={visit} chosen={chosen} error={errors['roles']} />
        <button type="submit" class="govuk-button">
          {say('people.save')}
        </button>
      </StaffForm>
    </>
  )
  const title = say(fault === undefined ? 'people.roles.title' : 'people.roles.title-error')
  return shellPage({ visit, title, form: 'roles-form', children }, fault === undefined ? 200 : 400)
}
