// The SQL of agencies and of the center itself, and nothing else.

import type { Trx } from '../../database/index.ts'
import type { CenterId } from '../../shared/index.ts'
import { isAgencyKind } from '../role.ts'
import type { Agency } from './person.ts'

export async function selectAgencies(trx: Trx, center: CenterId): Promise<readonly Agency[]> {
  const rows = await trx
    .selectFrom('agencies')
    .select(['agency_id', 'kind', 'name'])
    .where('center_id', '=', center)
    .execute()
  return rows.flatMap(({ agency_id: id, kind, name }) => (isAgencyKind(kind) ? [{ id, kind, name }] : []))
}

export async function insertAgency(trx: Trx, center: CenterId, { id, kind, name }: Agency): Promise<void> {
  await trx.insertInto('agencies').values({ center_id: center, agency_id: id, kind, name }).execute()
}

export type CenterFacts = { readonly name: string; readonly host: string | null }

export async function getCenter(trx: Trx, center: CenterId): Promise<CenterFacts> {
  return trx.selectFrom('centers').select(['name', 'host']).where('center_id', '=', center).executeTakeFirstOrThrow()
}
