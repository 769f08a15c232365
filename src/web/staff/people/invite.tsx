// Inviting somebody: the form, and after it the page that shows the one-time link.

import { invitePerson, listAgencies, longestEmail, longestName, type InvitationForm } from '../../../access/index.ts'
import { readForm, type Form } from '../../form-reader.ts'
import { ErrorSummary, SelectField, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { AreaNavigation } from './area.tsx'
import { databaseOf, nowOf } from './asked.ts'
import { PlaceFields, RoleBoxes } from './person-fields.tsx'
import { sentencesOf } from './people-words.ts'
import { linkPage } from './shown-link.tsx'

export const inviteForm: StaffHandler = (visit) => formPage(visit, nothingTyped, {})

export const invite: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const typed = read(form)
  if (form.one('again') === 'yes') return formPage(visit, typed, {})
  const made = await invitePerson(databaseOf(visit), visit.signedIn, typed, nowOf(visit))
  if (!made.ok) return formPage(visit, typed, sentencesOf(visit.say, made.reason))
  return linkPage(visit, { ...made.value, purpose: 'welcome' })
}

const nothingTyped: InvitationForm = { name: '', email: '', discipline: '', agency: '', roles: [], language: 'en' }

const read = (form: Form): InvitationForm => ({
  name: form.one('name').slice(0, 2 * longestName),
  email: form.one('email').slice(0, 2 * longestEmail),
  discipline: form.one('discipline'),
  agency: form.one('agency'),
  roles: form.all('roles'),
  language: form.one('language'),
})

const path = '/staff/people/invite'

async function formPage(visit: StaffVisit, typed: InvitationForm, errors: FieldErrors): Promise<Response> {
  const { say } = visit
  const agencies = await listAgencies(databaseOf(visit), visit.signedIn)
  const isWrong = Object.keys(errors).length > 0
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.invite.title')}</h1>
      <AreaNavigation visit={visit} />
      <p class="fb-lead">{say('people.invite.lead')}</p>
      <StaffForm visit={visit} action={path} id="invite">
        <Who visit={visit} typed={typed} errors={errors} />
        <PlaceFields visit={visit} agencies={agencies} typed={typed} errors={errors} />
        <RoleBoxes visit={visit} chosen={typed.roles} error={errors['roles']} />
        <SelectField
          name="language"
          label={say('people.language')}
          hint={say('people.language.hint')}
          choices={(['en', 'es'] as const).map((value) => ({ value, label: say(`people.language.${value}`) }))}
          value={typed.language}
          error={errors['language']}
        />
        <button type="submit" class="govuk-button">
          {say('people.invite.submit')}
        </button>
      </StaffForm>
    </>
  )
  const title = say(isWrong ? 'people.invite.title-error' : 'people.invite.title')
  return shellPage({ visit, title, form: 'invite', children }, isWrong ? 400 : 200)
}

type WhoParts = { readonly visit: StaffVisit; readonly typed: InvitationForm; readonly errors: FieldErrors }

const Who = ({ visit: { say }, typed, errors }: WhoParts) => (
  <>
    <TextField
      name="name"
      label={say('people.name')}
      hint={say('people.name.hint')}
      maxlength={longestName}
      value={typed.name}
      error={errors['name']}
    />
    <TextField
      name="email"
      label={say('people.email')}
      hint={say('people.email.hint')}
      maxlength={longestEmail}
      value={typed.email}
      error={errors['email']}
    />
  </>
)
