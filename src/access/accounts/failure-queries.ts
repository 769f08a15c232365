// The SQL of failed sign-ins, counted under keyed digests, and of the devices that signed in before.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import { noAttempts, type Attempts } from '../sign-in/index.ts'

/** Locks the row until the end of the transaction, so that a hundred guesses at once are counted one after the other. */
export async function lockAttempts(trx: Trx, center: CenterId, subject: Buffer): Promise<Attempts> {
  await trx
    .insertInto('sign_in_failures')
    .values({ center_id: center, subject, failures: 0, last_at: noAttempts.lastFailure })
    .onConflict((conflict) => conflict.columns(['center_id', 'subject']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('sign_in_failures')
    .select(['failures', 'last_at'])
    .where('center_id', '=', center)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { failures: row.failures, lastFailure: row.last_at }
}

export async function putAttempts(trx: Trx, center: CenterId, subject: Buffer, attempts: Attempts): Promise<void> {
  await trx
    .updateTable('sign_in_failures')
    .set({ failures: attempts.failures, last_at: attempts.lastFailure })
    .where('center_id', '=', center)
    .where('subject', '=', subject)
    .execute()
}

/** Of counters that are long forgotten. One that somebody is counting on just now is left for the next time. */
export async function deleteOldAttempts(trx: Trx, center: CenterId, before: Date): Promise<void> {
  const old = trx
    .selectFrom('sign_in_failures')
    .select('subject')
    .where('center_id', '=', center)
    .where('last_at', '<', before)
    .forUpdate()
    .skipLocked()
  await trx.deleteFrom('sign_in_failures').where('center_id', '=', center).where('subject', 'in', old).execute()
}

export async function isTrustedDevice(trx: Trx, center: CenterId, person: PersonId, digest: Buffer): Promise<boolean> {
  const row = await trx
    .selectFrom('trusted_devices')
    .select('created_at')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('token_sha256', '=', digest)
    .executeTakeFirst()
  return row !== undefined
}

export async function trustDevice(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  digest: Buffer,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('trusted_devices')
    .values({ center_id: center, person_id: person, token_sha256: digest, created_at: now })
    .onConflict((conflict) => conflict.columns(['center_id', 'person_id', 'token_sha256']).doNothing())
    .execute()
}

/** After a reset no device is known any more. */
export async function forgetDevices(trx: Trx, center: CenterId, person: PersonId): Promise<void> {
  await trx.deleteFrom('trusted_devices').where('center_id', '=', center).where('person_id', '=', person).execute()
}
