// The SQL of who somebody is: an account by its e-mail or id, with its roles.

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import { isDiscipline, isRole, type Discipline, type Role } from '../role.ts'

export type Account = {
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly discipline: Discipline
  readonly agency: string | null
  readonly roles: readonly Role[]
}

const accounts = (trx: Trx, center: CenterId) =>
  trx
    .selectFrom('people')
    .select(['person_id', 'name', 'email', 'language', 'discipline', 'agency_id'])
    .where('people.center_id', '=', center)
    .where('people.ended_at', 'is', null)

/** Undefined: none, or its access has ended. */
export async function findAccount(trx: Trx, center: CenterId, person: string): Promise<Account | undefined> {
  const row = await accounts(trx, center).where('person_id', '=', person).executeTakeFirst()
  return row === undefined ? undefined : withRoles(trx, center, row)
}

/** The id of the account with this e-mail, in lower case; undefined where there is none that may sign in. */
export async function findPersonByEmail(trx: Trx, center: CenterId, email: string): Promise<PersonId | undefined> {
  const row = await accounts(trx, center).where('email', '=', email).executeTakeFirst()
  return row === undefined ? undefined : personId(row.person_id)
}

type Row = {
  readonly person_id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly discipline: string
  readonly agency_id: string | null
}

async function withRoles(trx: Trx, center: CenterId, row: Row): Promise<Account> {
  const held = await trx
    .selectFrom('person_roles')
    .select('role')
    .where('center_id', '=', center)
    .where('person_id', '=', row.person_id)
    .orderBy('role')
    .execute()
  return {
    person: personId(row.person_id),
    name: row.name,
    email: row.email,
    language: row.language === 'es' ? 'es' : 'en',
    discipline: isDiscipline(row.discipline) ? row.discipline : 'administration',
    agency: row.agency_id,
    roles: held.map(({ role }) => role).filter(isRole),
  }
}

export type FirstAdministrator = {
  readonly center: CenterId
  readonly person: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly roles: readonly Role[]
  readonly now: Date
}

export async function insertFirstAdministrator(trx: Trx, given: FirstAdministrator): Promise<void> {
  const { center, person, name, email, language, roles, now } = given
  await trx
    .insertInto('people')
    .values({
      center_id: center,
      person_id: person,
      name,
      email,
      language,
      discipline: 'administration',
      created_at: now,
    })
    .execute()
  await trx
    .insertInto('person_roles')
    .values(roles.map((role) => ({ center_id: center, person_id: person, role, granted_at: now, granted_by: null })))
    .execute()
}

/** Whether anybody of this center can sign in: then the set-up link is over. */
export async function hasAccounts(trx: Trx, center: CenterId): Promise<boolean> {
  const row = await trx
    .selectFrom('people')
    .innerJoin('totp_secrets', (join) =>
      join
        .onRef('totp_secrets.center_id', '=', 'people.center_id')
        .onRef('totp_secrets.person_id', '=', 'people.person_id'),
    )
    .select('people.person_id')
    .where('people.center_id', '=', center)
    .where('totp_secrets.confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
