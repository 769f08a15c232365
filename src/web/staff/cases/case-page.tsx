// One case: what it is, the child and the caregivers masked, tasks, team, what this person may do on it, and the notes.

import { readNotes, type CaseView, type NoteView } from '../../../casework/index.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { casePath, viewOf } from './asked.ts'
import { DidNote } from './case-frame.tsx'
import { CaseHead, PartLinks } from './case-head.tsx'
import { caseworkOf } from './casework-of.ts'
import { Caregivers, ChildPart, type Shown } from './individual-parts.tsx'
import { NoteForm, noteTypedNothing, type NoteTyped } from './note-form.tsx'
import { FindForm, NoteList, OlderNotes } from './note-parts.tsx'
import { TaskPart } from './task-part.tsx'
import { TeamPart } from './team-part.tsx'
import { Ways } from './ways.tsx'

export const casePage: StaffHandler = (visit) => showCase(visit)

type CaseParts = {
  /** A field that a click has revealed, for this one page. */
  readonly shown?: Shown
  readonly note?: NoteTyped
  readonly errors?: FieldErrors
}

/** The page of the case, as it is or with a form that came back. */
export async function showCase(visit: StaffVisit, parts: CaseParts = {}): Promise<Response> {
  const { say } = visit
  const view = await viewOf(visit)
  const page = await readNotes(caseworkOf(visit), visit.signedIn, view.id)
  const { note = noteTypedNothing, errors = {}, shown } = parts
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <CaseHead visit={visit} view={view} />
      <DidNote visit={visit} />
      <PartLinks say={say} />
      <ChildPart visit={visit} view={view} shown={shown} />
      <Caregivers visit={visit} view={view} shown={shown} />
      <TaskPart visit={visit} view={view} />
      <TeamPart visit={visit} view={view} />
      <Ways visit={visit} view={view} />
      <Notes visit={visit} view={view} notes={page.notes} note={note} errors={errors} />
      <OlderNotes visit={visit} id={view.id} next={page.next} />
    </>
  )
  const writes = view.may.includes('write-note')
  // A change of language takes the note along that is being written, or else asks for the case.
  const frame = {
    visit: { ...visit, path: casePath(view.id, writes ? '/notes' : '') },
    title: say('cases.case'),
    children,
  }
  const status = Object.keys(errors).length === 0 ? 200 : 400
  return shellPage(writes ? { ...frame, form: 'note' } : frame, status)
}

type NotesParts = {
  readonly visit: StaffVisit
  readonly view: CaseView
  readonly notes: readonly NoteView[]
  readonly note: NoteTyped
  readonly errors: FieldErrors
}

const Notes = ({ visit, view, notes, note, errors }: NotesParts) => (
  <section aria-labelledby="notes">
    <h2 id="notes">{visit.say('cases.notes')}</h2>
    {view.may.includes('write-note') ? <NoteForm visit={visit} id={view.id} typed={note} errors={errors} /> : null}
    {notes.length === 0 ? <p>{visit.say('cases.notes.none')}</p> : <FindForm visit={visit} id={view.id} words="" />}
    <NoteList visit={visit} view={view} notes={notes} />
  </section>
)
