// The SQL of passkeys, and of the challenges they sign.

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

export type NewChallenge = {
  readonly center: CenterId
  readonly digest: Buffer
  /** Whose new passkey it is for; null: to sign in. */
  readonly person: PersonId | null
  readonly now: Date
  readonly expires: Date
}

/** Takes those away that nobody answered in time. */
export async function insertChallenge(trx: Trx, { center, digest, person, now, expires }: NewChallenge): Promise<void> {
  await trx.deleteFrom('passkey_challenges').where('center_id', '=', center).where('expires_at', '<', now).execute()
  await trx
    .insertInto('passkey_challenges')
    .values({ center_id: center, challenge_sha256: digest, person_id: person, expires_at: expires })
    .execute()
}

/** True once for each challenge, while it counts and for whom it was made. */
export async function takeChallenge(
  trx: Trx,
  { center, digest, person, now }: Omit<NewChallenge, 'expires'>,
): Promise<boolean> {
  const taken = await trx
    .deleteFrom('passkey_challenges')
    .where('center_id', '=', center)
    .where('challenge_sha256', '=', digest)
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst()
  return taken !== undefined && taken.person_id === person && taken.expires_at > now
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
