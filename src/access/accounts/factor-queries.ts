// The SQL of what proves who somebody is: password, one-time codes, recovery codes. Passkeys have a file of their own.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'

export async function findPasswordHash(trx: Trx, center: CenterId, person: PersonId): Promise<string | undefined> {
  const row = await trx
    .selectFrom('passwords')
    .select('hash')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.hash
}

export async function putPasswordHash(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  hash: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('passwords')
    .values({ center_id: center, person_id: person, hash, changed_at: now })
    .onConflict((conflict) => conflict.columns(['center_id', 'person_id']).doUpdateSet({ hash, changed_at: now }))
    .execute()
}

export type StoredTotp = { readonly secret: Buffer; readonly lastStep: number; readonly confirmed: boolean }

export async function findTotp(trx: Trx, center: CenterId, person: PersonId): Promise<StoredTotp | undefined> {
  const row = await trx
    .selectFrom('totp_secrets')
    .select(['secret', 'last_step', 'confirmed_at'])
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row && { secret: row.secret, lastStep: Number(row.last_step), confirmed: row.confirmed_at !== null }
}

/** A new secret is not confirmed; it takes the place of the one before. */
export async function putTotp(trx: Trx, center: CenterId, person: PersonId, secret: Buffer, now: Date): Promise<void> {
  await trx
    .insertInto('totp_secrets')
    .values({ center_id: center, person_id: person, secret, created_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['center_id', 'person_id'])
        .doUpdateSet({ secret, created_at: now, confirmed_at: null, last_step: '0' }),
    )
    .execute()
}

/** False when a code of this step or a later one was accepted before: two requests with one code cannot both pass. */
export async function takeTotpStep(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  step: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('totp_secrets')
    .set((eb) => ({ last_step: String(step), confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(now)) }))
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** New codes take the place of all before. */
export async function putRecoveryCodes(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  digests: readonly Buffer[],
): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('center_id', '=', center).where('person_id', '=', person).execute()
  await trx
    .insertInto('recovery_codes')
    .values(digests.map((digest) => ({ center_id: center, person_id: person, code_sha256: digest })))
    .execute()
}

export async function findUnusedRecoveryCodes(
  trx: Trx,
  center: CenterId,
  person: PersonId,
): Promise<readonly Buffer[]> {
  const rows = await trx
    .selectFrom('recovery_codes')
    .select('code_sha256')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .execute()
  return rows.map(({ code_sha256 }) => code_sha256)
}

/** False when it was used before. */
export async function takeRecoveryCode(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  digest: Buffer,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('code_sha256', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
