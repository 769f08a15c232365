// What the privacy officer finds on her home page: who broke glass, on which case, when. She sees no case by that.

import { actorOf, insertAuditEntry } from '../access/index.ts'
import { caseId, Problem, type CaseId } from '../shared/index.ts'
import { alertsSince } from './alert-queries.ts'
import type { Casework, Who } from './casework.ts'

export type Alert = {
  readonly entry: string
  readonly at: Date
  /** A code, such as 'glass-broken'. */
  readonly reason: string
  readonly case: CaseId | undefined
  /** Undefined: the service itself raised it. */
  readonly by: string | undefined
}

const shownDays = 30
const mostShown = 50

/** The newest first, of the last 30 days. */
export async function listAlerts({ database, now }: Casework, who: Who): Promise<readonly Alert[]> {
  if (!who.permissions.has('audit:see')) throw new Problem('not-permitted')
  const since = new Date(now().getTime() - shownDays * 86_400_000)
  return database.transactAs(actorOf(who), async (trx) => {
    const rows = await alertsSince(trx, who.center, { since, limit: mostShown })
    await insertAuditEntry(trx, actorOf(who), { event: 'audit-seen', reason: 'alerts' })
    return rows.map((row) => ({
      entry: row.entry_id,
      at: row.occurred_at,
      reason: row.reason ?? '',
      case: row.case_id === null ? undefined : caseId(row.case_id),
      by: row.name ?? undefined,
    }))
  })
}
