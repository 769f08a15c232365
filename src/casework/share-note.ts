// Shares a note of one's own discipline with the whole team. There is no way back: who has read it has read it.

import { failed, ok, Problem, type CaseId, type NoteId, type Result } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { findNote, markShared } from './note-queries.ts'

export type ShareFault = 'closed' | 'already-shared'

/** Throws Problem('not-permitted') for a note that is not there or belongs to another discipline. */
export function shareNote(
  casework: Casework,
  who: Who,
  { id, note }: { readonly id: CaseId; readonly note: NoteId },
): Promise<Result<undefined, ShareFault>> {
  return inCase<undefined, ShareFault>(casework, who, { id, action: 'write-note' }, async (trx) => {
    const found = await findNote(trx, who.center, id, note)
    if (found?.shared === true) return failed('already-shared')
    if (found?.discipline !== who.discipline) throw new Problem('not-permitted')
    await markShared(trx, who.center, id, note)
    await logOnCase(trx, who, id, { event: 'note-shared', subject: { kind: 'note', id: note }, fields: ['shared'] })
    return ok(undefined)
  })
}
