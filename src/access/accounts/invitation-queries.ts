// The SQL of invitations as who is invited meets them. Administrators make and revoke them elsewhere.

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'

export type Invitation = { readonly person: PersonId; readonly purpose: 'welcome' | 'reset' }

const unused = (trx: Trx, center: CenterId) =>
  trx
    .selectFrom('invitations')
    .select(['person_id', 'purpose'])
    .where('center_id', '=', center)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)

/** Undefined: unknown, used, revoked or past its time. */
export async function findInvitation(
  trx: Trx,
  center: CenterId,
  digest: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await unused(trx, center)
    .where('token_sha256', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { person: personId(row.person_id), purpose: row.purpose === 'reset' ? 'reset' : 'welcome' }
}

/** Whoever opened one in time may finish, unless it is revoked meanwhile. */
export async function hasOpenInvitation(trx: Trx, center: CenterId, person: PersonId): Promise<boolean> {
  return (await unused(trx, center).where('person_id', '=', person).limit(1).executeTakeFirst()) !== undefined
}

/** All that are open, so that an older link is over too. False: there was none. */
export async function useInvitations(trx: Trx, center: CenterId, person: PersonId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ used_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
