// The SQL of identities of directories: bound once, never moved; and of answers that came before.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'

export type SsoIdentity = {
  readonly center: CenterId
  readonly provider: string
  readonly subject: Buffer
  readonly person: PersonId
}

/**
 * 'new': bound now. 'known': bound before to this person. Undefined: the identity is another's, or this person has another one.
 * Of two first sign-ins at once, the first one decides.
 */
export async function bindIdentity(
  trx: Trx,
  { center, provider, subject, person }: SsoIdentity,
  now: Date,
): Promise<'new' | 'known' | undefined> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('sso_identities')
    .values({ center_id: center, provider, subject_sha256: subject, person_id: person, bound_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return 'new'
  const row = await trx
    .selectFrom('sso_identities')
    .select('person_id')
    .where('center_id', '=', center)
    .where('provider', '=', provider)
    .where('subject_sha256', '=', subject)
    .executeTakeFirst()
  return row?.person_id === person ? 'known' : undefined
}

/** After a reset she may come with another identity. */
export async function forgetIdentities(trx: Trx, center: CenterId, person: PersonId): Promise<void> {
  await trx.deleteFrom('sso_identities').where('center_id', '=', center).where('person_id', '=', person).execute()
}

export type Answer = { readonly center: CenterId; readonly state: Buffer; readonly expires: Date; readonly now: Date }

/** True once for each state. Takes those away that are too old to come again. */
export async function takeAnswer(trx: Trx, { center, state, expires, now }: Answer): Promise<boolean> {
  await trx.deleteFrom('sso_answers').where('center_id', '=', center).where('expires_at', '<', now).execute()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('sso_answers')
    .values({ center_id: center, state_sha256: state, expires_at: expires })
    .onConflict((conflict) => conflict.columns(['center_id', 'state_sha256']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The name of the agency that somebody comes from; undefined: staff of the center itself. */
export async function findAgencyName(trx: Trx, center: CenterId, person: PersonId): Promise<string | undefined> {
  const row = await trx
    .selectFrom('people')
    .innerJoin('agencies', (join) =>
      join.onRef('agencies.center_id', '=', 'people.center_id').onRef('agencies.agency_id', '=', 'people.agency_id'),
    )
    .select('agencies.name')
    .where('people.center_id', '=', center)
    .where('people.person_id', '=', person)
    .executeTakeFirst()
  return row?.name
}
