// Writes down what happened, in the transaction in which it happened. The table takes inserts only; an entry holds ids and
// names of fields, never content.

import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import { withCommit, type Actor, type Trx } from '../database/index.ts'
import type { AuditEvent } from './permission.ts'

export type NewEntry = {
  readonly event: AuditEvent
  /** What it was done to: the name of a kind ('case', 'note', 'person'), and its id. */
  readonly subject?: { readonly kind: string; readonly id: string } | undefined
  readonly case?: string | undefined
  /** Names of the columns that were read or written. */
  readonly fields?: readonly string[]
  /** A code of a short list, such as 'child-in-danger'; never what somebody typed. */
  readonly reason?: string | undefined
}

/** `actor`: who the transaction acts as; the database refuses an entry in another's name. */
export async function insertAuditEntry(trx: Trx, { center, person }: Actor, entry: NewEntry): Promise<void> {
  const { event, subject, fields = [], reason } = entry
  await sql`${sql.raw(withCommit)}insert into audit_entries (center_id, entry_id, event, person_id, subject_kind, subject_id, case_id, fields, reason)
    values (${center}, ${randomUUID()}, ${event}, ${person}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${entry.case ?? null},
      ${fields}, ${reason ?? null})`.execute(trx)
}
