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

export type OwnDetails = { readonly name: string; readonly language: 'en' | 'es' }

/** What a person may change of herself. */
export async function updateOwnDetails(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  { name, language }: OwnDetails,
): Promise<void> {
  await trx
    .updateTable('people')
    .set({ name, language })
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
}

/** Until the end of the transaction nobody else who asks for it goes on. */
export async function lockPerson(trx: Trx, center: CenterId, person: PersonId): Promise<void> {
  await trx
    .selectFrom('people')
    .select('person_id')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .forNoKeyUpdate()
    .execute()
}

/** Accounts whose e-mail ends so, in the order in which they were made. */
export async function listAccountsWith(trx: Trx, center: CenterId, domain: string): Promise<readonly Account[]> {
  const rows = await accounts(trx, center)
    .where('email', 'like', `%${domain}`)
    .orderBy('created_at')
    .orderBy('name')
    .limit(100)
    .execute()
  return Promise.all(rows.map((row) => withRoles(trx, center, row)))
}
