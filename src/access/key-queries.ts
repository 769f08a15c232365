// The SQL of the keys of people and of the center: wrapped, in a schema of their own, which the backup of data leaves out.

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'

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
