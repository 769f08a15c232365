// Reads of invented people at chosen times: what the audit log would hold if they had been made then. The owner writes them, since
// the application cannot choose a time.

import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { AuditEvent } from '../../src/access/index.ts'
import type { CenterId, PersonId } from '../../src/shared/index.ts'
import type { Fresh } from '../database/databases.ts'

export type Read = {
  readonly person: PersonId | null
  readonly at: Date | string
  readonly case?: string
  readonly event?: AuditEvent
  readonly fields?: readonly string[]
  readonly reason?: string
  /** A person. */
  readonly subject?: PersonId
}

export const hoursBefore = (hours: number, of: Date): Date => new Date(of.getTime() - hours * 3_600_000)

/** Returns the entries' ids, in the order given. */
export async function plantReads(
  { database }: Fresh,
  center: CenterId,
  reads: readonly Read[],
): Promise<readonly string[]> {
  const rows = reads.map(({ person, at, event = 'case-seen', fields = [], reason, ...read }) => ({
    entry: randomUUID(),
    at: typeof at === 'string' ? at : at.toISOString(),
    case: read.case ?? null,
    reason: reason ?? null,
    subject: read.subject ?? null,
    kind: read.subject === undefined ? null : 'person',
    ...{ person, event, fields },
  }))
  await database.asOwner(async (trx) => {
    await sql`alter table audit_entries no force row level security`.execute(trx)
    await sql`
      insert into audit_entries (center_id, entry_id, occurred_at, event, person_id, case_id, fields, reason, subject_id, subject_kind)
      select ${center}, entry, at, event, person, "case", fields, reason, subject, kind
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(entry uuid, at timestamptz, event text, person uuid, "case" uuid, fields text[], reason text, subject uuid, kind text)`.execute(
      trx,
    )
    await sql`alter table audit_entries force row level security`.execute(trx)
  })
  return rows.map(({ entry }) => entry)
}
