// Writes a note on a case, under the writer's own name and discipline.

import { failed, noteId, ok, type CaseId, type NoteId, type Result } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { noteFault, placeOfNote } from './note.ts'
import { insertNote } from './note-queries.ts'

export type NoteForm = { readonly id: CaseId; readonly text: string; readonly shared: boolean }

/** 'erased': of a child who was erased, nothing is written again. */
export type NoteFault = 'closed' | 'empty' | 'too-long' | 'erased'

export function writeNote(
  casework: Casework,
  who: Who,
  { id, text, shared }: NoteForm,
): Promise<Result<NoteId, NoteFault>> {
  return inCase<NoteId, NoteFault>(casework, who, { id, action: 'write-note' }, async (trx, found) => {
    const fault = found.childErased ? 'erased' : noteFault(text)
    if (fault !== undefined) return failed(fault)
    const { center, person: author, discipline } = who
    const note = noteId(casework.newId())
    const body = await casework.vault.seal(trx, center, placeOfNote(note, found.child), text)
    await insertNote(trx, { center, of: id, id: note, author, discipline, shared, body, now: casework.now() })
    const reason = shared ? 'shared' : 'own-discipline'
    await logOnCase(trx, who, id, {
      event: 'note-written',
      subject: { kind: 'note', id: note },
      fields: ['body'],
      reason,
    })
    return ok(note)
  })
}
