// The SQL of alerts, and nothing else: they are entries of the audit log, which nobody can take away.

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'

export type AlertRow = {
  readonly entry_id: string
  readonly occurred_at: Date
  readonly reason: string | null
  readonly case_id: string | null
  readonly name: string | null
}

export function alertsSince(
  trx: Trx,
  center: CenterId,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<readonly AlertRow[]> {
  return trx
    .selectFrom('audit_entries as e')
    .leftJoin('people as p', (join) =>
      join.onRef('p.center_id', '=', 'e.center_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .select(['e.entry_id', 'e.occurred_at', 'e.reason', 'e.case_id', 'p.name'])
    .where('e.center_id', '=', center)
    .where('e.event', '=', 'alert-raised')
    .where('e.occurred_at', '>', since)
    .orderBy('e.occurred_at', 'desc')
    .orderBy('e.entry_id')
    .limit(limit)
    .execute()
}
