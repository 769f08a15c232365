// Who looked at one case, for the privacy officer. She sees its number and nothing else of it.

import { whoLooked, type Reading } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { databaseOf } from '../people/asked.ts'
import { disciplineIn } from '../people/people-words.ts'
import { shellPage } from '../shell.tsx'
import { askedAfter, askedCase, casePath, personPath } from './asked.ts'
import { BackToAudit } from './audit-page.tsx'
import { ReadingsTable } from './readings-table.tsx'

export const casePage: StaffHandler = async (visit) => {
  const { say, language } = visit
  const id = askedCase(visit)
  const { facts, ...page } = await whoLooked(databaseOf(visit), visit.signedIn, id, askedAfter(visit))
  return shellPage({
    visit,
    // A title stays in the browser's history: it names no case.
    title: say('audit.case.title'),
    children: (
      <>
        <BackToAudit visit={visit} />
        <h1>{say('audit.case.heading', { number: facts.number })}</h1>
        <p class="fb-lead">{say('audit.case.lead')}</p>
        {facts.sealed ? <p>{say('audit.case.sealed')}</p> : null}
        <p>
          <a href={addressIn(language, casePath(id, '/plain'))}>{say('audit.case.plain')}</a>
        </p>
        <ReadingsTable
          visit={visit}
          page={page}
          besides={{
            head: say('audit.table.who'),
            cell: (reading) => <Who visit={visit} reading={reading} />,
          }}
          empty={say('audit.case.empty')}
        />
      </>
    ),
  })
}

const Who = ({ visit: { say, language }, reading }: { visit: StaffVisit; reading: Reading }) => {
  const { person, name, discipline, agency } = reading
  if (person === null || name === null || discipline === null) return <>{say('audit.service')}</>
  return (
    <>
      <a href={addressIn(language, personPath(person))}>{name}</a>
      <span class="fb-quiet">
        {' '}
        {disciplineIn(say, discipline)} · {agency ?? say('audit.of-center')}
      </span>
    </>
  )
}
