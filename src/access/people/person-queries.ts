// The SQL that reads people, and nothing else. Names are ordered without case and accents, in any language of the server.

import { sql, type RawBuilder } from 'kysely'

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import { isAgencyKind, isDiscipline, roles } from '../role.ts'
import type { AccessFacts, Person } from './person.ts'

/** 'own': staff of the center itself. */
export type AgencyFilter = string | undefined

export type PageOf = {
  readonly center: CenterId
  readonly agency?: AgencyFilter
  /** The last person of the page before. */
  readonly after?: PersonId | undefined
  readonly limit: number
}

/** Those whose access ended stand last. */
const orderOf = (table: 'p' | 'c'): RawBuilder<unknown> => {
  const [name, ended, id] = ['name', 'ended_at', 'person_id'].map((column) => sql.ref(`${table}.${column}`))
  return sql`${ended} is not null, lower(regexp_replace(normalize(${name}, NFD), '[\u0300-\u036f]', '', 'g')), ${id}`
}

/** Looked up by the id of the cursor, so that no name stands in an address. */
const behind = (order: (table: 'p' | 'c') => RawBuilder<unknown>, { center, after }: PageOf): RawBuilder<boolean> =>
  sql<boolean>`(${order('p')}) > (select ${order('c')} from people c where c.center_id = ${center} and c.person_id = ${after})`

const people = (trx: Trx, center: CenterId) =>
  trx
    .selectFrom('people as p')
    .leftJoin('agencies as a', (join) =>
      join.onRef('a.center_id', '=', 'p.center_id').onRef('a.agency_id', '=', 'p.agency_id'),
    )
    .where('p.center_id', '=', center)
    .select([
      'p.person_id',
      'p.name',
      'p.email',
      'p.discipline',
      'p.language',
      'p.created_at',
      'p.ended_at',
      'p.reviewed_at',
      'a.agency_id',
      'a.name as agency_name',
      'a.kind as agency_kind',
      sql<string[]>`array(select r.role from person_roles r
        where r.center_id = p.center_id and r.person_id = p.person_id)`.as('roles'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

export async function selectPeople(trx: Trx, page: PageOf): Promise<readonly Person[]> {
  const { center, agency, after, limit } = page
  const rows = await people(trx, center)
    .$if(agency === 'own', (query) => query.where('p.agency_id', 'is', null))
    .$if(agency !== undefined && agency !== 'own', (query) => query.where('p.agency_id', '=', agency ?? ''))
    .$if(after !== undefined, (query) => query.where(behind(orderOf, page)))
    .orderBy(sql`${orderOf('p')}`)
    .limit(limit)
    .execute()
  return rows.map(personOf)
}

export async function findPerson(trx: Trx, center: CenterId, id: PersonId): Promise<Person | undefined> {
  const row = await people(trx, center).where('p.person_id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : personOf(row)
}

/** Those whose access nobody has confirmed for the longest time stand first. */
const reviewOrder = (table: 'p' | 'c'): RawBuilder<unknown> => {
  const [reviewed, made, id] = ['reviewed_at', 'created_at', 'person_id'].map((column) => sql.ref(`${table}.${column}`))
  return sql`coalesce(${reviewed}, ${made}), ${id}`
}

export type PersonForReview = Person & { readonly lastSeenAt: Date | null }

export async function selectForReview(trx: Trx, page: PageOf): Promise<readonly PersonForReview[]> {
  const rows = await people(trx, page.center)
    .select(lastSeen.as('last_seen_at'))
    .where('p.ended_at', 'is', null)
    .$if(page.after !== undefined, (query) => query.where(behind(reviewOrder, page)))
    .orderBy(sql`${reviewOrder('p')}`)
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ ...personOf(row), lastSeenAt: row.last_seen_at }))
}

const lastSeen = sql<Date | null>`(select max(s.last_seen_at) from sessions s
  where s.center_id = p.center_id and s.person_id = p.person_id)`

export async function findLastSeen(trx: Trx, center: CenterId, id: PersonId): Promise<Date | null> {
  const row = await trx
    .selectFrom('people as p')
    .select(lastSeen.as('at'))
    .where('p.center_id', '=', center)
    .where('p.person_id', '=', id)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Asked as the service: nobody else sees how a colleague signs in. A single sign-on asks for its own second factor. */
export async function selectAccessFacts(
  trx: Trx,
  center: CenterId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<string, AccessFacts>> {
  if (ids.length === 0) return new Map()
  const ofPerson = sql`center_id = p.center_id and person_id = p.person_id`
  const rows = await trx
    .selectFrom('people as p')
    .select([
      'p.person_id',
      sql<boolean>`exists (select 1 from invitations where ${ofPerson} and purpose = 'welcome')
        and not exists (select 1 from invitations where ${ofPerson} and used_at is not null)`.as('invited'),
      sql<boolean>`exists (select 1 from passkeys where ${ofPerson})
        or exists (select 1 from totp_secrets where ${ofPerson} and confirmed_at is not null)
        or exists (select 1 from sessions where ${ofPerson} and method = 'sso')`.as('secondFactor'),
    ])
    .where('p.center_id', '=', center)
    .where('p.person_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ person_id, ...facts }) => [person_id, facts]))
}

/** The database holds these lists too (migration 03): a text of none of them cannot be stored. */
function personOf(row: Row): Person {
  const { agency_id: agency, agency_kind: kind, discipline } = row
  if (!isDiscipline(discipline)) throw new RangeError('Unknown discipline')
  return {
    id: personId(row.person_id),
    name: row.name,
    email: row.email,
    discipline,
    agency:
      agency === null || kind === null || !isAgencyKind(kind)
        ? null
        : { id: agency, kind, name: row.agency_name ?? '' },
    language: row.language === 'es' ? 'es' : 'en',
    roles: roles.filter((role) => row.roles.includes(role)),
    since: row.created_at,
    endedAt: row.ended_at,
    reviewedAt: row.reviewed_at,
  }
}
