// The partner agencies of the center, and the form that adds one.

import { addAgency, agencyKinds, listAgencies, longestName } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, SelectField, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { AreaNavigation, DoneNote } from './area.tsx'
import { databaseOf, goTo, mayManage } from './asked.ts'
import { byName } from './people-list.tsx'
import { choicesOf, disciplineIn, sentencesOf } from './people-words.ts'

type Typed = { readonly kind: string; readonly name: string }

export const agencyList: StaffHandler = (visit) => agencyPage(visit, { kind: '', name: '' }, {})

export const saveAgency: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const typed = { kind: form.one('kind'), name: form.one('name').slice(0, 2 * longestName) }
  if (form.one('again') === 'yes') return agencyPage(visit, typed, {})
  const added = await addAgency(databaseOf(visit), visit.signedIn, typed)
  if (added.ok) return goTo(visit, '/staff/people/agencies?done=agency')
  return agencyPage(visit, typed, sentencesOf(visit.say, added.reason))
}

async function agencyPage(visit: StaffVisit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const { say, language } = visit
  const agencies = byName(language, await listAgencies(databaseOf(visit), visit.signedIn))
  const isWrong = Object.keys(errors).length > 0
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.agencies.title')}</h1>
      <AreaNavigation visit={visit} />
      <DoneNote visit={visit} />
      <p class="fb-lead">{say('people.agencies.lead')}</p>
      {agencies.length === 0 ? <p>{say('people.agencies.empty')}</p> : null}
      <Facts
        facts={agencies.map(({ id, name, kind }) => ({
          name,
          value: (
            <>
              {disciplineIn(say, kind)}
              <br />
              <a
                href={`${addressIn(language, '/staff/people')}?agency=${id}`}
                aria-label={`${say('people.agencies.people')}: ${name}`}
              >
                {say('people.agencies.people')}
              </a>
            </>
          ),
        }))}
      />
      {mayManage(visit) ? <AddForm visit={visit} typed={typed} errors={errors} /> : null}
    </>
  )
  const parts = { visit, title: say('people.agencies.title'), children }
  return shellPage(mayManage(visit) ? { ...parts, form: 'add' } : parts, isWrong ? 400 : 200)
}

type FormParts = { readonly visit: StaffVisit; readonly typed: Typed; readonly errors: FieldErrors }

const AddForm = ({ visit, typed, errors }: FormParts) => {
  const { say } = visit
  return (
    <>
      <h2>{say('people.agencies.add')}</h2>
      <StaffForm visit={visit} action="/staff/people/agencies" id="add">
        <SelectField
          name="kind"
          label={say('people.agencies.kind')}
          hint={say('people.agencies.kind.hint')}
          choices={[{ value: '', label: say('people.choose') }, ...choicesOf(visit, agencyKinds)]}
          value={typed.kind}
          error={errors['kind']}
        />
        <TextField
          name="name"
          label={say('people.agencies.name')}
          maxlength={longestName}
          value={typed.name}
          error={errors['name']}
        />
        <button type="submit" class="govuk-button">
          {say('people.agencies.submit')}
        </button>
      </StaffForm>
    </>
  )
}
