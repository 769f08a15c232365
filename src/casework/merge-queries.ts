// The SQL of making two records of one child one, and nothing else. The functions of migration 04 check who asks; notes that the
// person does not read pass through sealed.

import { sql } from 'kysely'

import type { Sealed } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { noteId, type IndividualId, type NoteId } from '../shared/index.ts'

/** `kept` stays; the cases of `gone` move there. */
export type Merge = { readonly kept: IndividualId; readonly gone: IndividualId }

export type NoteToReseal = { readonly of: string; readonly id: NoteId; readonly body: Sealed }

export async function notesToReseal(trx: Trx, { kept, gone }: Merge): Promise<readonly NoteToReseal[]> {
  const { rows } = await sql<{ case_id: string; note_id: string; body: Buffer; key_version: number }>`
    select case_id, note_id, body, key_version from notes_to_reseal(${kept}, ${gone})`.execute(trx)
  return rows.map((row) => ({
    of: row.case_id,
    id: noteId(row.note_id),
    body: { sealed: row.body, version: row.key_version },
  }))
}

export async function resealNote(trx: Trx, { kept, gone }: Merge, { of, id, body }: NoteToReseal): Promise<void> {
  await sql`select reseal_note(${kept}, ${gone}, ${of}, ${id}, ${body.sealed}, ${body.version})`.execute(trx)
}

/** 'kept': a legal hold keeps what the second record said. Undefined: not permitted. */
export async function mergeChildRows(trx: Trx, { kept, gone }: Merge): Promise<'emptied' | 'kept' | undefined> {
  const { rows } = await sql<{
    done: 'emptied' | 'kept' | null
  }>`select merge_children(${kept}, ${gone}) as done`.execute(trx)
  return rows[0]?.done ?? undefined
}
