// The page of one person: what is known of her, and for who manages people the ways to change it. Nobody finds there a way to
// change her own roles or to end her own access.

import { seePerson, type SeenPerson } from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { AreaNavigation, DoneNote } from './area.tsx'
import { askedPerson, databaseOf, nowOf, personPath } from './asked.ts'
import { StateTag } from './people-list.tsx'
import { dayIn, disciplineIn, roleIn } from './people-words.ts'

export const personPage: StaffHandler = async (visit) => {
  const person = await seePerson(databaseOf(visit), visit.signedIn, askedPerson(visit))
  return shellPage({
    visit,
    // A title stays in the browser's history: it names nobody.
    title: visit.say('people.person.title'),
    children: (
      <>
        <h1>{person.name}</h1>
        <AreaNavigation visit={visit} />
        <DoneNote visit={visit} />
        <Facts facts={factsOf(visit, person)} />
        <Managed visit={visit} person={person} />
      </>
    ),
  })
}

type Parts = { readonly visit: StaffVisit; readonly person: SeenPerson }

const factsOf = (visit: StaffVisit, person: SeenPerson) => {
  const { say } = visit
  const { state, email, discipline, agency, language, roles, since, endedAt, reviewedAt, managed } = person
  return [
    { name: say('people.state'), value: <StateTag visit={visit} state={state} /> },
    { name: say('people.email'), value: <a href={`mailto:${email}`}>{email}</a> },
    { name: say('people.discipline'), value: disciplineIn(say, discipline) },
    { name: say('people.agency'), value: agency?.name ?? say('people.agency.own') },
    {
      name: say('people.roles'),
      value: (
        <ul class="fb-roles">
          {roles.map((role) => (
            <li>
              <strong>{roleIn(say, role)}</strong> <span class="fb-quiet">{say(`people.role.${role}.what`)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    { name: say('people.language'), value: say(`people.language.${language}`) },
    { name: say('people.since'), value: dayIn(visit, since) },
    ...(endedAt === null ? [] : [{ name: say('people.ended'), value: dayIn(visit, endedAt) }]),
    ...(managed === null
      ? []
      : [
          { name: say('people.last-seen'), value: dayIn(visit, managed.lastSeenAt) },
          { name: say('people.reviewed'), value: dayIn(visit, reviewedAt) },
          { name: say('people.link'), value: linkState(visit, person) },
        ]),
  ]
}

function linkState(visit: StaffVisit, { managed }: SeenPerson): string {
  const { say } = visit
  if (managed?.link === undefined) return say('people.link.none')
  const { purpose, expiresAt } = managed.link
  if (expiresAt <= nowOf(visit)) return say('people.link.expired')
  return say(`people.link.open-${purpose}`, { day: dayIn(visit, expiresAt) })
}

const Managed = ({ visit, person }: Parts) => {
  const { say, language, signedIn } = visit
  if (person.managed === null || person.endedAt !== null) return null
  const own = person.id === signedIn.person
  const { link } = person.managed
  const ways: readonly (readonly [string, MessageKey])[] = [
    ['/details', 'people.details.title'],
    ...(own ? [] : ([['/roles', 'people.roles.title']] as const)),
    ...(own ? [] : ([['/link', person.state === 'invited' ? 'people.link.new' : 'people.link.reset']] as const)),
    ...(own || link === undefined ? [] : ([['/cancel-link', 'people.link.cancel']] as const)),
    ...(own ? [] : ([['/end', 'people.end.title']] as const)),
  ]
  return (
    <>
      <h2>{say('people.manage')}</h2>
      {own ? <p>{say('people.own')}</p> : null}
      <ul class="fb-ways">
        {ways.map(([path, words]) => (
          <li>
            <a href={addressIn(language, personPath(person.id, path))}>{say(words)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
