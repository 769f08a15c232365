// Checks the log of a center in its database against the checkpoints kept there and those kept elsewhere.

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { verifyLog, type AuditEntry, type Verdict, type VerifyingKey } from './audit/index.ts'
import { logName } from './audit-keys.ts'
import { findCheckpoints, findEntries } from './audit-log-queries.ts'

const atOnce = 5000

/** The log in order, a few thousand entries at a time; each piece is a transaction of its own. */
export async function* readAuditLog(database: Database, center: CenterId): AsyncGenerator<AuditEntry> {
  let after = 0
  for (;;) {
    const entries = await database.transactAs({ center, person: null }, (trx) =>
      findEntries(trx, center, after, atOnce),
    )
    yield* entries
    const last = entries.at(-1)
    if (last === undefined) return
    after = last.sequence
  }
}

export const storedCheckpoints = (database: Database, center: CenterId): Promise<readonly string[]> =>
  database.transactAs({ center, person: null }, (trx) => findCheckpoints(trx, center))

/** What a log is checked against: who may sign checkpoints, and the notes that are kept outside the database. */
export type LogProof = { readonly keys: readonly VerifyingKey[]; readonly kept: readonly string[] }

export type AuditProof = (center: CenterId) => Promise<LogProof>

export type AuditCheck = LogProof & { readonly database: Database; readonly center: CenterId }

export async function checkAudit({ database, center, keys, kept }: AuditCheck): Promise<Verdict> {
  const notes = [...(await storedCheckpoints(database, center)), ...kept]
  return verifyLog(readAuditLog(database, center), notes, { origin: logName(center), keys })
}
