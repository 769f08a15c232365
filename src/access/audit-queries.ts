// Writes down what happened, in the transaction in which it happened. The table takes inserts only; an entry holds ids and
// names of fields, never content.

import { randomUUID } from 'node:crypto'

import type { Actor, Trx } from '../database/index.ts'
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
  await trx
    .insertInto('audit_entries')
    .values({
      center_id: center,
      entry_id: randomUUID(),
      event,
      person_id: person,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      case_id: entry.case ?? null,
      fields: [...fields],
      reason: reason ?? null,
    })
    .execute()
}
