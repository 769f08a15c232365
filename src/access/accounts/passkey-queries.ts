// The SQL of passkeys. That of the challenges they sign is in challenge-queries.ts.

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import type { Passkey } from '../sign-in/index.ts'

export type StoredPasskey = Passkey & {
  readonly person: PersonId
  readonly label: string
  readonly createdAt: Date
  readonly usedAt: Date | null
}

const passkeys = (trx: Trx, center: CenterId) =>
  trx
    .selectFrom('passkeys')
    .select(['credential_id', 'person_id', 'public_key', 'counter', 'transports', 'label', 'created_at', 'used_at'])
    .where('center_id', '=', center)

export async function findPasskey(trx: Trx, center: CenterId, id: string): Promise<StoredPasskey | undefined> {
  const row = await passkeys(trx, center).where('credential_id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : stored(row)
}

export async function listPasskeys(trx: Trx, center: CenterId, person: PersonId): Promise<readonly StoredPasskey[]> {
  return (await passkeys(trx, center).where('person_id', '=', person).orderBy('created_at').execute()).map(stored)
}

export type NewPasskeyRow = {
  readonly center: CenterId
  readonly person: PersonId
  readonly passkey: Passkey
  readonly label: string
  readonly now: Date
}

export async function insertPasskey(trx: Trx, { center, person, passkey, label, now }: NewPasskeyRow): Promise<void> {
  await trx
    .insertInto('passkeys')
    .values({
      center_id: center,
      person_id: person,
      credential_id: passkey.id,
      public_key: Buffer.from(passkey.publicKey),
      counter: String(passkey.counter),
      transports: [...passkey.transports],
      label: label.slice(0, 80),
      created_at: now,
    })
    .execute()
}

/** Writes the counter only over the one that was read: an answer that is sent twice at once counts once. */
export async function usePasskey(
  trx: Trx,
  center: CenterId,
  { id, counter }: Passkey,
  next: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('passkeys')
    .set({ counter: String(next), used_at: now })
    .where('center_id', '=', center)
    .where('credential_id', '=', id)
    .where('counter', '=', String(counter))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deletePasskey(trx: Trx, center: CenterId, person: PersonId, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('passkeys')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('credential_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function deletePasskeys(trx: Trx, center: CenterId, person: PersonId): Promise<void> {
  await trx.deleteFrom('passkeys').where('center_id', '=', center).where('person_id', '=', person).execute()
}

type Row = {
  readonly credential_id: string
  readonly person_id: string
  readonly public_key: Buffer
  readonly counter: string
  readonly transports: string[]
  readonly label: string
  readonly created_at: Date
  readonly used_at: Date | null
}

const stored = (row: Row): StoredPasskey => ({
  id: row.credential_id,
  person: personId(row.person_id),
  publicKey: new Uint8Array(row.public_key),
  counter: Number(row.counter),
  transports: row.transports,
  label: row.label,
  createdAt: row.created_at,
  usedAt: row.used_at,
})
