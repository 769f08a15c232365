// The SQL of centers: the look-up before sign-in, and the first center of a new database.

import { sql, type Kysely } from 'kysely'

import { centerId, type CenterId } from '../shared/index.ts'
import type { Tables } from './tables.ts'
import type { Trx } from './transact.ts'

/** The center that answers to this host name; the only one, if there is just one. */
export async function findCenterForHost(app: Kysely<Tables>, host: string): Promise<CenterId | undefined> {
  const { rows } = await sql<{ center: string | null }>`select center_for_host(${host}) as center`.execute(app)
  const center = rows[0]?.center ?? null
  return center === null ? undefined : centerId(center)
}

/** Two services that start at once make one center between them. */
export async function ensureFirstCenter(trx: Trx, id: string): Promise<void> {
  await sql`lock table centers in share row exclusive mode`.execute(trx)
  const { rows } = await sql`select 1 from centers limit 1`.execute(trx)
  if (rows.length === 0)
    await trx.insertInto('centers').values({ center_id: id, host: null, name: 'Our center' }).execute()
}

export type CenterRow = { readonly id: CenterId; readonly host: string | null }

/** Every center of this database, oldest first; as the owner, who alone sees them all. */
export async function listCenters(trx: Trx): Promise<readonly CenterRow[]> {
  const rows = await trx.selectFrom('centers').select(['center_id', 'host']).orderBy('created_at').execute()
  return rows.map(({ center_id, host }) => ({ id: centerId(center_id), host }))
}
