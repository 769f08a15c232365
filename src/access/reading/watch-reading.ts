// Unusual reading: whoever looks into thirty different cases within an hour is reported to the privacy officer within five
// minutes. It stops nobody; reading much may be somebody's work on the day of a case review. The alert holds ids only.

import type { CenterId, PersonId } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { findBusyReaders, lockWatch } from './alert-queries.ts'
import type { Reads } from './who-looked.ts'

/** Our own judgement (domain/security.md A12), not a standard. */
export const unusual = { cases: 30, withinMs: 60 * 60 * 1000 } as const

const everyMs = 60_000

export type WatchParts = {
  readonly database: Reads
  readonly center: CenterId
  readonly now: () => Date
  readonly log: (line: string) => void
}

/** Reports each person once in an hour. Returns whom it reported now. */
export function reportUnusualReading({ database, center, now }: Omit<WatchParts, 'log'>): Promise<readonly PersonId[]> {
  const actor = { center, person: null }
  return database.transactAs(actor, async (trx) => {
    if (!(await lockWatch(trx, center))) return []
    const until = now()
    const since = new Date(until.getTime() - unusual.withinMs)
    const busy = await findBusyReaders(trx, center, { since, until, least: unusual.cases })
    for (const { person } of busy)
      await insertAuditEntry(trx, actor, {
        event: 'alert-raised',
        subject: { kind: 'person', id: person },
        reason: 'unusual-reading',
      })
    return busy.map(({ person }) => person)
  })
}

/** Looks each minute, until it is stopped. */
export function watchReading(parts: WatchParts): () => void {
  const timer = setInterval(() => {
    reportUnusualReading(parts).catch((error: unknown) =>
      parts.log(`unusual reading: ${error instanceof Error ? error.name : 'an error'}; looked at again in a minute`),
    )
  }, everyMs).unref()
  return () => clearInterval(timer)
}
