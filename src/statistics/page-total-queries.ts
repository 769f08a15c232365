// The SQL of page totals, and nothing else.

import { sql } from 'kysely'

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import type { PageTotal } from './page-total.ts'

/** `rows`: each day, language and page once. */
export async function addTotals(trx: Trx, center: CenterId, rows: readonly PageTotal[]): Promise<void> {
  await trx
    .insertInto('public_counts')
    .values(rows.map((row) => ({ center_id: center, ...row })))
    .onConflict((conflict) =>
      conflict
        .columns(['center_id', 'day', 'language', 'page'])
        .doUpdateSet({ total: sql<number>`public_counts.total + excluded.total` }),
    )
    .execute()
}

export type Days = { readonly from: string | undefined; readonly to: string | undefined }

/** Of these days, both included; in the order of days, languages and pages. */
export async function listTotals(trx: Trx, center: CenterId, { from, to }: Days): Promise<readonly PageTotal[]> {
  return trx
    .selectFrom('public_counts')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), 'language', 'page', 'total'])
    .where('center_id', '=', center)
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
    .orderBy('public_counts.day')
    .orderBy('language')
    .orderBy('page')
    .execute()
}
