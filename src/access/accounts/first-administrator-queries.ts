// The SQL of a center that nobody can sign in to yet: whether that is so, and its first administrator.

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import type { Role } from '../role.ts'

export type FirstAdministrator = {
  readonly center: CenterId
  /** The id she gets, unless somebody with this e-mail is there from an earlier try. */
  readonly person: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly language: 'en' | 'es'
  readonly roles: readonly Role[]
  readonly now: Date
}

/** Returns her id. */
export async function putFirstAdministrator(trx: Trx, given: FirstAdministrator): Promise<PersonId> {
  const { center, person, name, email, language, roles, now } = given
  const row = await trx
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
    .onConflict((conflict) => conflict.columns(['center_id', 'email']).doUpdateSet({ name, language, ended_at: null }))
    .returning('person_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('person_roles')
    .values(
      roles.map((role) => ({ center_id: center, person_id: row.person_id, role, granted_at: now, granted_by: null })),
    )
    .onConflict((conflict) => conflict.columns(['center_id', 'person_id', 'role']).doNothing())
    .execute()
  return personId(row.person_id)
}

/** Of an earlier try with another e-mail: administrators whom nobody made and who never finished. */
export async function endUnfinishedAdministrators(trx: Trx, center: CenterId, but: PersonId, now: Date): Promise<void> {
  await trx
    .updateTable('people')
    .set({ ended_at: now })
    .where('center_id', '=', center)
    .where('person_id', '<>', but)
    .where('ended_at', 'is', null)
    .where('person_id', 'in', (query) =>
      query
        .selectFrom('person_roles')
        .select('person_id')
        .where('center_id', '=', center)
        .where('role', '=', 'administrator')
        .where('granted_by', 'is', null),
    )
    .execute()
}

/** Whether anybody of this center can sign in, or could once: then the set-up link is over. */
export async function hasAccounts(trx: Trx, center: CenterId): Promise<boolean> {
  const app = trx
    .selectFrom('totp_secrets')
    .select('person_id')
    .where('center_id', '=', center)
    .where('confirmed_at', 'is not', null)
  const passkey = trx.selectFrom('passkeys').select('person_id').where('center_id', '=', center)
  return (await app.union(passkey).limit(1).executeTakeFirst()) !== undefined
}
