// The list of people: who works with the center, as what, and whether they can sign in. Filtered by agency, by page.

import { listPeople, type Agency, type Person, type PersonState } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import { SelectField } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { AreaNavigation, DoneNote, NextPage } from './area.tsx'
import { askedAfter, databaseOf, mayManage, personPath } from './asked.ts'
import { disciplineIn, rolesIn, stateClass } from './people-words.ts'
import { isUuid } from '../../../shared/index.ts'

type Row = Person & { readonly state: PersonState }

export const peopleList: StaffHandler = async (visit) => {
  const { say, language } = visit
  const agency = askedAgency(visit)
  const after = askedAfter(visit)
  const { people, next, agencies } = await listPeople(databaseOf(visit), visit.signedIn, { agency, after })
  return shellPage({
    visit,
    title: say('people.title'),
    children: (
      <>
        <h1>{say('people.title')}</h1>
        <AreaNavigation visit={visit} />
        <DoneNote visit={visit} />
        {mayManage(visit) ? (
          <p>
            <a class="govuk-button" href={addressIn(language, '/staff/people/invite')}>
              {say('people.invite.title')}
            </a>
          </p>
        ) : null}
        <Filter visit={visit} agencies={agencies} agency={agency} />
        {people.length === 0 ? <p>{say('people.list.empty')}</p> : <People visit={visit} people={people} />}
        <NextPage visit={visit} next={next} query={agency === undefined ? {} : { agency }} />
      </>
    ),
  })
}

function askedAgency({ request }: StaffVisit): string | undefined {
  const asked = request.req.query('agency') ?? ''
  return asked === 'own' || isUuid(asked) ? asked : undefined
}

type FilterParts = {
  readonly visit: StaffVisit
  readonly agencies: readonly Agency[]
  readonly agency: string | undefined
}

const Filter = ({ visit: { say, language }, agencies, agency }: FilterParts) => (
  <form class="fb-filter" method="get" action={addressIn(language, '/staff/people')} autocomplete="off">
    <SelectField
      name="agency"
      label={say('people.filter')}
      choices={[
        { value: '', label: say('people.filter.all') },
        { value: 'own', label: say('people.agency.own') },
        ...byName(language, agencies).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={agency ?? ''}
    />
    <button type="submit" class="govuk-button govuk-button--secondary">
      {say('people.filter.submit')}
    </button>
  </form>
)

export const byName = (language: string, agencies: readonly Agency[]): readonly Agency[] => {
  const order = new Intl.Collator(language)
  return [...agencies].sort((one, other) => order.compare(one.name, other.name))
}

const People = ({ visit, people }: { visit: StaffVisit; people: readonly Row[] }) => {
  const { say } = visit
  const heads = [say('people.name'), say('people.works-as'), say('people.roles'), say('people.state')]
  return (
    <table class="govuk-table fb-people" role="table">
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {heads.map((head) => (
            <th scope="col" role="columnheader" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {people.map((person) => (
          <PersonRow visit={visit} person={person} />
        ))}
      </tbody>
    </table>
  )
}

const PersonRow = ({ visit, person }: { visit: StaffVisit; person: Row }) => {
  const { say, language } = visit
  const { id, name, discipline, agency, roles, state } = person
  return (
    <tr class="govuk-table__row" role="row">
      <th scope="row" role="rowheader" class="govuk-table__header">
        <a href={addressIn(language, personPath(id))}>{name}</a>
      </th>
      <td role="cell" class="govuk-table__cell">
        {disciplineIn(say, discipline)}
        <span class="fb-quiet"> {agency?.name ?? say('people.agency.own')}</span>
      </td>
      <td role="cell" class="govuk-table__cell">
        {rolesIn(visit, roles)}
      </td>
      <td role="cell" class="govuk-table__cell">
        <StateTag visit={visit} state={state} />
      </td>
    </tr>
  )
}

export const StateTag = ({ visit: { say }, state }: { visit: StaffVisit; state: PersonState }) => (
  <strong class={stateClass(state)}>{say(`people.state.${state}`)}</strong>
)
