// The SQL of notes, and nothing else. The walls leave out the notes of other disciplines.

import { sql } from 'kysely'

import type { Sealed } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { noteId, type CaseId, type CenterId, type NoteId, type PersonId } from '../shared/index.ts'
import type { NoteCursor } from './note.ts'

export type FoundNote = {
  readonly id: NoteId
  readonly author: string
  readonly discipline: string
  readonly shared: boolean
  readonly writtenAt: Date
  readonly body: Sealed | undefined
}

export type NewNote = {
  readonly center: CenterId
  readonly of: CaseId
  readonly id: NoteId
  readonly author: PersonId
  readonly discipline: string
  readonly shared: boolean
  readonly body: Sealed
  readonly now: Date
}

export async function insertNote(trx: Trx, note: NewNote): Promise<void> {
  const { center, of, id, author, discipline, shared, body, now } = note
  await trx
    .insertInto('notes')
    .values({
      ...{ center_id: center, case_id: of, note_id: id, author_id: author, discipline, shared },
      ...{ body: body.sealed, key_version: body.version, written_at: now },
    })
    .execute()
}

export type NotesAsked = {
  readonly of: CaseId
  readonly discipline: string
  readonly after: NoteCursor | undefined
  readonly limit: number
}

/** The newest first: those of this discipline, and what others shared. The clock of a note is cut to the millisecond, as we see it. */
export async function notesOf(trx: Trx, center: CenterId, asked: NotesAsked): Promise<readonly FoundNote[]> {
  const { of, discipline, after, limit } = asked
  const time = sql<Date>`date_trunc('milliseconds', n.written_at)`
  const rows = await trx
    .selectFrom('notes as n')
    .innerJoin('people as p', (join) =>
      join.onRef('p.center_id', '=', 'n.center_id').onRef('p.person_id', '=', 'n.author_id'),
    )
    .select(['n.note_id', 'p.name', 'n.discipline', 'n.shared', 'n.body', 'n.key_version', 'n.written_at'])
    .where('n.center_id', '=', center)
    .where('n.case_id', '=', of)
    .where((at) => at.or([at('n.shared', '=', true), at('n.discipline', '=', discipline)]))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${time}, n.note_id) < (${after?.writtenAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy(time, 'desc')
    .orderBy('n.note_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: noteId(row.note_id),
    author: row.name,
    discipline: row.discipline,
    shared: row.shared,
    writtenAt: row.written_at,
    body: row.body === null ? undefined : { sealed: row.body, version: row.key_version },
  }))
}

/** Undefined where the walls show no such note. */
export async function findNote(
  trx: Trx,
  center: CenterId,
  of: CaseId,
  id: NoteId,
): Promise<{ readonly discipline: string; readonly shared: boolean } | undefined> {
  return trx
    .selectFrom('notes')
    .select(['discipline', 'shared'])
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('note_id', '=', id)
    .executeTakeFirst()
}

export async function markShared(trx: Trx, center: CenterId, of: CaseId, id: NoteId): Promise<void> {
  await trx
    .updateTable('notes')
    .set({ shared: true })
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('note_id', '=', id)
    .execute()
}
