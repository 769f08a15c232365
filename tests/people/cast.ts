// The people of tests about people: an administrator and her colleagues of one invented center, one of another. Nobody is real.

import { randomBytes, randomUUID } from 'node:crypto'

import {
  type AccountParts,
  permissionsOf,
  caseScopeOf,
  type Discipline,
  type Role,
  type SignedIn,
  type Vault,
} from '../../src/access/index.ts'
import type { Actor, Database } from '../../src/database/index.ts'
import { personId, type CenterId, type PersonId } from '../../src/shared/index.ts'
import { castCenters, centers } from '../cast.ts'

export const now = new Date('2026-11-24T17:00:00Z')
export const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

const id = (number: number): PersonId => personId(`00000000-0000-4000-9000-${String(number).padStart(12, '0')}`)

export type CastMember = {
  readonly id: PersonId
  readonly center: CenterId
  readonly name: string
  readonly email: string
  readonly discipline: Discipline
  readonly agency: string | null
  readonly roles: readonly Role[]
  readonly since: Date
}

const member = (number: number, name: string, discipline: Discipline, ...roles: readonly Role[]): CastMember => ({
  id: id(number),
  center: centers.riverbend.id,
  name,
  email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@riverbend.example`,
  discipline,
  agency: null,
  roles,
  since: daysAgo(200),
})

export const police = {
  id: '00000000-0000-4000-a000-000000000001',
  kind: 'law-enforcement',
  name: 'Riverbend Police',
} as const
export const hospital = { id: '00000000-0000-4000-a000-000000000002', kind: 'medical', name: 'River Hospital' } as const

export const olga = member(1, 'Olga Reyes', 'administration', 'administrator')
export const ben = member(2, 'Ben Okafor', 'administration', 'administrator', 'statistics')
export const ada = { ...member(3, 'Ada Lindqvist', 'advocacy', 'advocate'), since: daysAgo(20) }
export const priya = member(4, 'Priya Nair', 'coordination', 'privacy-officer')
export const dan = { ...member(5, 'Dan Whitefeather', 'law-enforcement', 'partner'), agency: police.id }
/** Of the other center. */
export const bruno: CastMember = {
  ...member(6, 'Bruno Salas', 'administration', 'administrator'),
  center: centers.highdesert.id,
  email: 'bruno@highdesert.example',
}

export const actorOfMember = ({ center, id: person }: CastMember): Actor => ({ center, person })

export const signedInAs = (one: CastMember): SignedIn => ({
  center: one.center,
  person: one.id,
  session: '00000000-0000-4000-b000-000000000001',
  name: one.name,
  email: one.email,
  language: 'en',
  discipline: one.discipline,
  agency: one.agency,
  roles: one.roles,
  permissions: permissionsOf(one.roles),
  scope: caseScopeOf(one.roles),
  mode: 'usual',
  steppedUpAt: null,
  createdAt: now,
  lastSeenAt: now,
  idleAt: new Date(now.getTime() + 900_000),
  formToken: 'the-token-of-this-session',
})

/** As the service makes the first administrator, and she the rest. */
export async function castPeople(database: Database): Promise<void> {
  await castCenters(database)
  for (const one of [olga, bruno]) await addMember(database, one)
  await database.transactAs(actorOfMember(olga), (trx) =>
    trx
      .insertInto('agencies')
      .values(
        [police, hospital].map(({ id: agency, ...rest }) => ({ ...rest, agency_id: agency, center_id: olga.center })),
      )
      .execute(),
  )
  for (const one of [ben, ada, priya, dan]) await addMember(database, one)
}

export async function addMember(database: Database, one: CastMember): Promise<void> {
  const { center, id: person, name, email, discipline, agency, roles, since } = one
  await database.transactAs({ center, person: null }, async (trx) => {
    await trx
      .insertInto('people')
      .values({ center_id: center, person_id: person, agency_id: agency, name, email, discipline, created_at: since })
      .execute()
    await trx
      .insertInto('person_roles')
      .values(roles.map((role) => ({ center_id: center, person_id: person, role, granted_at: since })))
      .execute()
  })
}

/** A colleague without a name of note, to fill lists. */
export const somebody = (name: string): CastMember => ({
  ...member(0, name, 'intake', 'intake'),
  id: personId(randomUUID()),
  email: `${randomUUID()}@riverbend.example`,
})

export async function addSession(database: Database, { center, id: person }: CastMember, at = now): Promise<void> {
  const row = { center_id: center, person_id: person, session_id: randomUUID(), token_sha256: randomBytes(32) }
  await database.transactAs({ center, person: null }, (trx) =>
    trx
      .insertInto('sessions')
      .values({ ...row, method: 'passkey', device: 'a browser', created_at: at, last_seen_at: at })
      .execute(),
  )
}

export async function addPasskey(database: Database, { center, id: person }: CastMember): Promise<void> {
  const row = { center_id: center, person_id: person, credential_id: randomUUID(), public_key: randomBytes(40) }
  await database.transactAs({ center, person: null }, (trx) =>
    trx
      .insertInto('passkeys')
      .values({ ...row, counter: '0', label: 'key', created_at: now })
      .execute(),
  )
}

/** What was written down, oldest first: event, whom it is about, code and fields. */
export async function auditOf(database: Database, center: CenterId = centers.riverbend.id) {
  const rows = await database.transactAs({ center, person: null }, (trx) =>
    trx
      .selectFrom('audit_entries')
      .select(['event', 'person_id', 'subject_id', 'reason', 'fields'])
      .orderBy('occurred_at')
      .execute(),
  )
  return rows.map(({ event, person_id: by, subject_id: about, reason, fields }) => ({
    event,
    by,
    about,
    reason,
    fields,
  }))
}

const untouched = (): never => {
  throw new Error('People need no vault')
}

export const noVault: Vault = {
  seal: untouched,
  open: untouched,
  nameIndexes: untouched,
  centerSecret: untouched,
  destroyKeys: untouched,
}

/** Parts of sign-in that these pages never use. */
export const noAccounts = (database: Database): AccountParts => ({
  database,
  vault: noVault,
  hashing: { hashPassword: untouched, verifyPassword: untouched },
  now: () => now,
  random: untouched,
  party: { id: 'localhost', name: 'Test', origin: 'http://localhost:3000' },
})
