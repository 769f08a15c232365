// The SQL of what proves who somebody is: password and one-time codes. Passkeys and recovery codes have files of their own.

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

/** When it was last changed; undefined: there is none. */
export async function passwordChangedAt(trx: Trx, center: CenterId, person: PersonId): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('passwords')
    .select('changed_at')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.changed_at
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

export type StoredTotp = { readonly secret: Buffer; readonly lastStep: number; readonly createdAt: Date }

/** One is there only once its first code was typed. */
export async function findTotp(trx: Trx, center: CenterId, person: PersonId): Promise<StoredTotp | undefined> {
  const row = await trx
    .selectFrom('totp_secrets')
    .select(['secret', 'last_step', 'created_at'])
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row && { secret: row.secret, lastStep: Number(row.last_step), createdAt: row.created_at }
}

export type NewTotp = {
  readonly center: CenterId
  readonly person: PersonId
  /** Sealed. */
  readonly secret: Buffer
  /** Of the code that confirmed it: that one counts no more. */
  readonly step: number
  /** When the one was made whose place it takes; undefined: there is none. */
  readonly before: Date | undefined
  readonly now: Date
}

/** False when another one took that place meanwhile: two forms sent at once confirm one secret between them. */
export async function putTotp(trx: Trx, { center, person, secret, step, before, now }: NewTotp): Promise<boolean> {
  const row = { secret, created_at: now, confirmed_at: now, last_step: String(step) }
  const put = trx.insertInto('totp_secrets').values({ center_id: center, person_id: person, ...row })
  const { numInsertedOrUpdatedRows } = await put
    .onConflict((conflict) => {
      const place = conflict.columns(['center_id', 'person_id'])
      return before === undefined
        ? place.doNothing()
        : place.doUpdateSet(row).where('totp_secrets.created_at', '=', before)
    })
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when a code of this step or a later one was accepted before: two requests with one code cannot both pass. */
export async function takeTotpStep(trx: Trx, center: CenterId, person: PersonId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('totp_secrets')
    .set({ last_step: String(step) })
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Password, app and recovery codes belong together: none of them is a way to sign in alone. */
export async function deletePasswordWay(trx: Trx, center: CenterId, person: PersonId): Promise<void> {
  for (const table of ['passwords', 'totp_secrets', 'recovery_codes'] as const)
    await trx.deleteFrom(table).where('center_id', '=', center).where('person_id', '=', person).execute()
}
