// The SQL of the keys of people and of the center: wrapped, in a schema of their own, which the backup of data leaves out.

import { sql } from 'kysely'

import type { Trx } from '../database/index.ts'
import { centerId, type CenterId } from '../shared/index.ts'

const table = 'footbridge_keys.person_keys'

export type StoredKey = { readonly version: number; readonly wrapped: Buffer }

/** `fileKey`: the number of the key in the key file that it is wrapped under. */
export type NewKey = StoredKey & {
  readonly center: CenterId
  readonly owner: string
  readonly fileKey: number
  readonly now: Date
}

/** Newest first. */
export function findKeys(trx: Trx, center: CenterId, owner: string): Promise<readonly StoredKey[]> {
  return trx
    .selectFrom(table)
    .select(['version', 'wrapped'])
    .where('center_id', '=', center)
    .where('owner_id', '=', owner)
    .orderBy('version', 'desc')
    .execute()
}

/** Does nothing where this version is there already: two requests may make the first key of a person at once. */
export async function insertKey(trx: Trx, { center, owner, version, wrapped, fileKey, now }: NewKey): Promise<void> {
  await trx
    .insertInto(table)
    .values({ center_id: center, owner_id: owner, version, wrapped, file_key: fileKey, created_at: now })
    .onConflict((conflict) => conflict.columns(['center_id', 'owner_id', 'version']).doNothing())
    .execute()
}

export async function deleteKeys(trx: Trx, center: CenterId, owner: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom(table)
    .where('center_id', '=', center)
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export type WrappedKey = StoredKey & { readonly owner: string }

/** Keys that are not wrapped under this key of the key file, in an order that does not change; locked until the end. */
export async function lockKeysToRewrap(
  trx: Trx,
  center: CenterId,
  fileKey: number,
  most: number,
): Promise<readonly WrappedKey[]> {
  return trx
    .selectFrom(table)
    .select(['owner_id as owner', 'version', 'wrapped'])
    .where('center_id', '=', center)
    .where('file_key', '<>', fileKey)
    .orderBy('owner_id')
    .orderBy('version')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function replaceWrapped(
  trx: Trx,
  center: CenterId,
  { owner, version, wrapped }: WrappedKey,
  fileKey: number,
): Promise<void> {
  await trx
    .updateTable(table)
    .set({ wrapped, file_key: fileKey })
    .where('center_id', '=', center)
    .where('owner_id', '=', owner)
    .where('version', '=', version)
    .execute()
}

export type KeyCount = { readonly fileKey: number; readonly keys: number }

export async function countKeys(trx: Trx, center: CenterId): Promise<readonly KeyCount[]> {
  const rows = await trx
    .selectFrom(table)
    .select(({ fn }) => ['file_key as fileKey', fn.countAll<string>().as('keys')])
    .where('center_id', '=', center)
    .groupBy('file_key')
    .orderBy('file_key')
    .execute()
  return rows.map(({ fileKey, keys }) => ({ fileKey, keys: Number(keys) }))
}

/** A key of the center that is wrapped under this key of the file; any one, to see whether it opens. */
export function findOneKey(
  trx: Trx,
  center: CenterId,
  fileKey: number,
): Promise<(StoredKey & { readonly owner: string }) | undefined> {
  return trx
    .selectFrom(table)
    .select(['owner_id as owner', 'version', 'wrapped'])
    .where('center_id', '=', center)
    .where('file_key', '=', fileKey)
    .orderBy('owner_id')
    .orderBy('version')
    .limit(1)
    .executeTakeFirst()
}

/** As the owner of the tables: the key file serves every center of the database. */
export async function listCenters(owner: Trx): Promise<readonly CenterId[]> {
  const rows = await owner.selectFrom('centers').select('center_id').orderBy('center_id').execute()
  return rows.map(({ center_id }) => centerId(center_id))
}

// A number that no other lock of ours has.
const keyLock = 7_146_312

/** As the owner: false while another process changes keys. Held to the end of the transaction. */
export async function takeKeyLock(owner: Trx): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${keyLock}::bigint) as taken`.execute(
    owner,
  )
  return rows[0]?.taken === true
}

/** As the owner: people with a sealed field or note who are not among `keyed`, those that have a key. */
export async function countPeopleWithoutKey(owner: Trx, center: CenterId, keyed: readonly string[]): Promise<number> {
  await sql`select set_config('footbridge.center_id', ${center}, true)`.execute(owner)
  const { rows } = await sql<{ people: string }>`
    select count(*) as people from individuals i where i.center_id = ${center}
      and not (i.individual_id = any (${[...keyed]}::uuid[])) and (
        num_nonnulls(i.given_name, i.surname, i.birth_date, i.phone) > 0
        or exists (select 1 from cases c join notes n on n.center_id = c.center_id and n.case_id = c.case_id
          where c.center_id = i.center_id and c.child_id = i.individual_id and n.body is not null))`.execute(owner)
  return Number(rows[0]?.people ?? 0)
}

/** As the service. */
export async function listKeyOwners(trx: Trx, center: CenterId): Promise<readonly string[]> {
  const rows = await trx.selectFrom(table).select('owner_id').distinct().where('center_id', '=', center).execute()
  return rows.map(({ owner_id }) => owner_id)
}

/** As the service: sealed secrets of staff. */
export async function holdsSecrets(trx: Trx, center: CenterId): Promise<boolean> {
  const found = await trx
    .selectFrom('totp_secrets')
    .select('person_id')
    .where('center_id', '=', center)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
