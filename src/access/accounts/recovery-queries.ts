// The SQL of recovery codes: ten at a time, each counts once. Stored is a keyed digest.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'

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
