// What is read of people, and written down as read: lists by page, one person, agencies, the access review, the settings.

import type { Actor, Database, Trx } from '../../database/index.ts'
import { Problem, type PersonId } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { getCenter, selectAgencies, type CenterFacts } from './agency-queries.ts'
import { findLink, type OpenLink } from './change-queries.ts'
import { actingWith, stateOf, type Acting, type Agency, type Person, type PersonState } from './person.ts'
import {
  findLastSeen,
  findPerson,
  selectAccessFacts,
  selectForReview,
  selectPeople,
  type AgencyFilter,
  type PersonForReview,
} from './person-queries.ts'

export const peoplePerPage = 50

export type Listed<One> = {
  readonly people: readonly (One & { readonly state: PersonState })[]
  /** The cursor of the next page; null on the last. */
  readonly next: PersonId | null
}

export type PeopleAsked = { readonly agency?: AgencyFilter; readonly after?: PersonId | undefined }

export async function listPeople(
  database: Database,
  acting: Acting,
  asked: PeopleAsked,
): Promise<Listed<Person> & { readonly agencies: readonly Agency[] }> {
  const actor = actingWith(acting, 'people:see')
  const { center } = actor
  const read = await database.transactAs(actor, async (trx) => {
    await insertAuditEntry(trx, actor, { event: 'people-seen', reason: 'list' })
    const agencies = await selectAgencies(trx, center)
    return { agencies, people: await selectPeople(trx, { center, ...asked, limit: peoplePerPage + 1 }) }
  })
  return { agencies: read.agencies, ...(await pageOf(database, actor, read.people)) }
}

export async function listForReview(
  database: Database,
  acting: Acting,
  after: PersonId | undefined,
): Promise<Listed<PersonForReview>> {
  const actor = actingWith(acting, 'people:manage')
  const people = await database.transactAs(actor, async (trx) => {
    await insertAuditEntry(trx, actor, { event: 'people-seen', reason: 'access-review' })
    return selectForReview(trx, { center: actor.center, after, limit: peoplePerPage + 1 })
  })
  return pageOf(database, actor, people)
}

async function pageOf<One extends Person>(
  database: Database,
  { center }: Actor,
  found: readonly One[],
): Promise<Listed<One>> {
  const shown = found.slice(0, peoplePerPage)
  const states = await statesOf(database, { center, person: null }, shown)
  const people = shown.map((person) => ({ ...person, state: states.get(person.id) ?? 'active' }))
  return { people, next: found.length > peoplePerPage ? (shown.at(-1)?.id ?? null) : null }
}

/** As the service: how a colleague signs in is seen by nobody else, and only two facts of it leave this room. */
async function statesOf(
  database: Database,
  service: Actor,
  people: readonly Person[],
): Promise<ReadonlyMap<string, PersonState>> {
  const ids = people.map(({ id }) => id)
  const facts = await database.transactAs(service, (trx) => selectAccessFacts(trx, service.center, ids))
  const unknown = { invited: false, secondFactor: false }
  return new Map(people.map((person) => [person.id, stateOf(person, facts.get(person.id) ?? unknown)]))
}

export type SeenPerson = Person & {
  readonly state: PersonState
  /** For those who manage people only. */
  readonly managed: { readonly lastSeenAt: Date | null; readonly link: OpenLink | undefined } | null
}

/** Throws Problem('not-found'). */
export async function seePerson(database: Database, acting: Acting, id: PersonId): Promise<SeenPerson> {
  const actor = actingWith(acting, 'people:see')
  const { center } = actor
  const seen = await database.transactAs(actor, async (trx) => {
    const person = await findPerson(trx, center, id)
    if (person === undefined) throw new Problem('not-found')
    await insertAuditEntry(trx, actor, { event: 'people-seen', subject: { kind: 'person', id } })
    return { person, managed: acting.permissions.has('people:manage') ? await managedFacts(trx, actor, id) : null }
  })
  const states = await statesOf(database, { center, person: null }, [seen.person])
  return { ...seen.person, state: states.get(id) ?? 'active', managed: seen.managed }
}

const managedFacts = async (trx: Trx, { center }: Actor, id: PersonId) => ({
  lastSeenAt: await findLastSeen(trx, center, id),
  link: await findLink(trx, center, id),
})

export function listAgencies(database: Database, acting: Acting): Promise<readonly Agency[]> {
  const actor = actingWith(acting, 'people:see')
  return database.transactAs(actor, async (trx) => {
    await insertAuditEntry(trx, actor, { event: 'people-seen', reason: 'agencies' })
    return selectAgencies(trx, actor.center)
  })
}

/** The page that explains permissions holds no data; that it was opened is written down like every page of staff. */
export function notePermissionsSeen(database: Database, acting: Acting): Promise<void> {
  const actor = actingWith(acting, 'people:see')
  return database.transactAs(actor, (trx) =>
    insertAuditEntry(trx, actor, { event: 'people-seen', reason: 'permissions' }),
  )
}

export function seeSettings(database: Database, acting: Acting): Promise<CenterFacts> {
  const actor = actingWith(acting, 'settings:manage')
  return database.transactAs(actor, async (trx) => {
    await insertAuditEntry(trx, actor, { event: 'settings-seen' })
    return getCenter(trx, actor.center)
  })
}
