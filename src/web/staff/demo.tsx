// "Try it as": the way into the demo. Not found unless the service runs with --demo.

import { enterDemo, listDemoPeople } from '../../access/index.ts'
import { isUuid, personId, Problem } from '../../shared/index.ts'
import { readForm } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import type { Handler, Visit } from '../route-table.ts'
import { accountsOf, originOf, staffOf } from '../staff-services.ts'
import { goOnSignedIn } from './account/signed-in.ts'
import { staffPage } from './staff-page.tsx'

function refuseWithoutDemo(visit: Visit): void {
  if (!staffOf(visit).demo) throw new Problem('not-found')
}

export const demoPage: Handler = async (visit) => {
  refuseWithoutDemo(visit)
  const { say, language } = visit
  const people = await listDemoPeople(accountsOf(visit), originOf(visit))
  return staffPage({
    visit,
    title: say('demo.title'),
    staffNavigation: <></>,
    children: (
      <>
        <h1>{say('demo.title')}</h1>
        <p class="fb-lead">{say('demo.lead')}</p>
        <form method="post" action={addressIn(language, '/staff/demo')} autocomplete="off">
          <ul class="fb-plain-list">
            {people.map(({ person, name, roles }) => (
              <li>
                <button type="submit" name="person" value={person} class="govuk-button govuk-button--secondary">
                  {name}
                </button>{' '}
                {roles.map((role) => say(`people.role.${role}`)).join(', ')}
              </li>
            ))}
          </ul>
        </form>
      </>
    ),
  })
}

export const demoEntered: Handler = async (visit) => {
  refuseWithoutDemo(visit)
  const person = (await readForm(visit)).one('person')
  const entered = isUuid(person) ? await enterDemo(accountsOf(visit), originOf(visit), personId(person)) : undefined
  if (entered?.ok !== true) throw new Problem('not-found')
  return goOnSignedIn(visit, entered.value, '')
}
