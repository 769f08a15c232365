// Writes down what happened, in the transaction in which it happened. The table takes inserts only.

import type { Trx } from '../database/index.ts'
import type { CenterId, PersonId } from '../shared/index.ts'
import type { AuditEvent } from './permission.ts'

export type NewEntry = {
  readonly center: CenterId
  readonly entry: string
  readonly event: AuditEvent
  /** Null: nobody had signed in. */
  readonly person: PersonId | null
}

export async function insertAuditEntry(trx: Trx, { center, entry, event, person }: NewEntry): Promise<void> {
  await trx
    .insertInto('audit_entries')
    .values({ center_id: center, entry_id: entry, event, person_id: person })
    .execute()
}
