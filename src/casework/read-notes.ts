// Reads the notes of a case, newest first, and finds words in them: in memory, inside this one case (decision on search). Each
// note that is shown is an entry in the log.

import { actorOf } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { failed, ok, type CaseId, type Result } from '../shared/index.ts'
import type { FoundCase } from './case-queries.ts'
import { mayReadNote } from './case-relation.ts'
import type { Casework, Who } from './casework.ts'
import { getCaseFor, logOnCase } from './in-case.ts'
import { folded, placeOfNote, type NoteCursor, type NoteView } from './note.ts'
import { notesOf, type FoundNote } from './note-queries.ts'

export const notesOnAPage = 20
/** More notes than a case has; a search reads no further. */
const mostSearched = 1000

export type NotePage = { readonly notes: readonly NoteView[]; readonly next: NoteCursor | undefined }

/** Throws Problem('not-permitted') for a case that is not there or that this person may not see. */
export function readNotes(casework: Casework, who: Who, id: CaseId, after?: NoteCursor): Promise<NotePage> {
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const found = await getCaseFor(trx, who, id, 'see')
    const all = await notesOf(trx, who.center, { of: id, discipline: who.discipline, after, limit: notesOnAPage + 1 })
    const notes = await openNotes(casework, trx, who, found, all.slice(0, notesOnAPage))
    await logNotes(trx, who, id, notes)
    const last = all.length > notesOnAPage ? notes.at(-1) : undefined
    return { notes, next: last && { writtenAt: last.writtenAt, id: last.id } }
  })
}

/** The readable notes that hold all these words, in any order, without regard to accents. */
export function searchNotes(
  casework: Casework,
  who: Who,
  { id, words }: { readonly id: CaseId; readonly words: string },
): Promise<Result<readonly NoteView[], 'words-needed'>> {
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const found = await getCaseFor(trx, who, id, 'see')
    const asked = folded(words).split(/\s+/).filter(Boolean)
    if (asked.length === 0) return failed('words-needed')
    const limit = mostSearched
    const all = await notesOf(trx, who.center, { of: id, discipline: who.discipline, after: undefined, limit })
    const notes = (await openNotes(casework, trx, who, found, all)).filter(({ text }) => holdsAll(text, asked))
    await logOnCase(trx, who, id, { event: 'case-searched', fields: ['body'] })
    await logNotes(trx, who, id, notes)
    return ok(notes)
  })
}

const holdsAll = (text: string | undefined, words: readonly string[]): boolean => {
  const whole = folded(text ?? '')
  return words.every((word) => whole.includes(word))
}

/** The walls left the others out already; the rule is asked once more. */
async function openNotes(
  { vault }: Casework,
  trx: Trx,
  who: Who,
  { child }: FoundCase,
  found: readonly FoundNote[],
): Promise<readonly NoteView[]> {
  const notes: NoteView[] = []
  for (const { body, ...note } of found.filter((one) => mayReadNote(who, one)))
    notes.push({ ...note, text: body && (await vault.open(trx, who.center, placeOfNote(note.id, child), body)) })
  return notes
}

async function logNotes(trx: Trx, who: Who, id: CaseId, notes: readonly NoteView[]): Promise<void> {
  for (const note of notes)
    await logOnCase(trx, who, id, { event: 'note-seen', subject: { kind: 'note', id: note.id }, fields: ['body'] })
}
