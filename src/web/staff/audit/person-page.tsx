// What one person looked at, for the privacy officer; and for each person what she looked at herself.

import type { Child } from 'hono/jsx'

import { ownActivity, whatWasLookedAt, type Reading } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { askedPerson, databaseOf } from '../people/asked.ts'
import { disciplineIn } from '../people/people-words.ts'
import { shellPage } from '../shell.tsx'
import { askedAfter, casePath } from './asked.ts'
import { BackToAudit } from './audit-page.tsx'
import { ReadingsTable } from './readings-table.tsx'

export const personPage: StaffHandler = async (visit) => {
  const { say, language } = visit
  const asked = askedPerson(visit)
  const { person, ...page } = await whatWasLookedAt(databaseOf(visit), visit.signedIn, asked, askedAfter(visit))
  const link = (id: string, number: string) => (
    <a href={addressIn(language, casePath(id))}>{say('audit.own.case', { number })}</a>
  )
  return shellPage({
    visit,
    title: say('audit.person.title'),
    children: (
      <>
        <BackToAudit visit={visit} />
        <h1>{say('audit.person.heading', { name: person.name })}</h1>
        <p>
          {disciplineIn(say, person.discipline)} · {person.agency ?? say('audit.of-center')}
        </p>
        <p class="fb-lead">{say('audit.person.lead')}</p>
        <ReadingsTable visit={visit} page={page} besides={ofCase(visit, link)} empty={say('audit.person.empty')} />
      </>
    ),
  })
}

export const ownPage: StaffHandler = async (visit) => {
  const { say, language } = visit
  const page = await ownActivity(databaseOf(visit), visit.signedIn, askedAfter(visit))
  const name = (_: string, number: string) => <>{say('audit.own.case', { number })}</>
  return shellPage({
    visit,
    title: say('audit.own.title'),
    children: (
      <>
        <p>
          <a href={addressIn(language, '/staff/account')}>{say('audit.own.back')}</a>
        </p>
        <h1>{say('audit.own.title')}</h1>
        <p class="fb-lead">{say('audit.own.lead')}</p>
        <ReadingsTable visit={visit} page={page} besides={ofCase(visit, name)} empty={say('audit.own.empty')} />
      </>
    ),
  })
}

/** A case that the reader may not see by now has no number here. */
const ofCase = ({ say }: StaffVisit, shown: (id: string, number: string) => Child) => ({
  head: say('audit.table.case'),
  cell: ({ case: id, number }: Reading) => {
    if (id === null) return null
    return number === null ? <>{say('audit.own.case.hidden')}</> : shown(id, number)
  },
})
