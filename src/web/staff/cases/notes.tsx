// Notes of a case: writing one, reading older ones, finding words in them, sharing one with the whole team.

import { readNotes, searchNotes, shareNote, writeNote, type NoteCursor } from '../../../casework/index.ts'
import { isUuid, noteId } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { askedCase, askedUuid, casePath, goTo, isAgain, viewFor, viewOf } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { showCase } from './case-page.tsx'
import { caseworkOf } from './casework-of.ts'
import { readNote } from './note-form.tsx'
import { FindForm, NoteList, OlderNotes } from './note-parts.tsx'

export const addNote: StaffHandler = async (visit) => {
  const note = readNote(await readForm(visit))
  if (isAgain(await readForm(visit))) return showCase(visit, { note })
  const id = askedCase(visit)
  const written = await writeNote(caseworkOf(visit), visit.signedIn, { id, ...note })
  if (written.ok) return goTo(visit, casePath(id, afterDoing('noted')))
  return showCase(visit, { note, errors: { text: visit.say(noteFaults[written.reason]) } })
}

const noteFaults = {
  closed: 'cases.fault.closed',
  empty: 'cases.fault.note-empty',
  'too-long': 'cases.fault.note-too-long',
  erased: 'cases.fault.erased',
} as const

/** Without a cursor in the address it is the case itself. */
export const olderNotes: StaffHandler = async (visit) => {
  const after = askedAfter(visit)
  if (after === undefined) return showCase(visit)
  const view = await viewOf(visit)
  const { notes, next } = await readNotes(caseworkOf(visit), visit.signedIn, view.id, after)
  const { say, language } = visit
  const children = (
    <>
      <NoteList visit={visit} view={view} notes={notes} />
      <OlderNotes visit={visit} id={view.id} next={next} />
      <p>
        <a href={addressIn(language, casePath(view.id))}>{say('cases.notes.newest')}</a>
      </p>
    </>
  )
  return actionPage({ visit, view, title: say('cases.notes.older'), children })
}

/** The last note of the page before, from the address. */
function askedAfter({ request }: StaffVisit): NoteCursor | undefined {
  const [, time = '', id = ''] = /^(\d{1,14})_(.*)$/.exec(request.req.query('after') ?? '') ?? []
  return isUuid(id) ? { writtenAt: new Date(Number(time)), id: noteId(id) } : undefined
}

export const findForm: StaffHandler = (visit) => findPage(visit, '', {})

export const find: StaffHandler = async (visit) => {
  const words = (await readForm(visit)).one('words').slice(0, 200)
  const found = await searchNotes(caseworkOf(visit), visit.signedIn, { id: askedCase(visit), words })
  if (!found.ok) return findPage(visit, words, { words: visit.say('cases.fault.words-needed') })
  const view = await viewOf(visit)
  const { say } = visit
  const children = (
    <>
      <FindForm visit={visit} id={view.id} words={words} />
      {found.value.length === 0 ? <p>{say('cases.find.none')}</p> : null}
      <NoteList visit={visit} view={view} notes={found.value} />
    </>
  )
  return actionPage({ visit, view, title: say('cases.find.found'), form: 'find', children })
}

async function findPage(visit: StaffVisit, words: string, errors: FieldErrors): Promise<Response> {
  const view = await viewOf(visit)
  const children = (
    <>
      <p>{visit.say('cases.find.hint')}</p>
      <FindForm visit={visit} id={view.id} words={words} errors={errors} />
    </>
  )
  return actionPage({ visit, view, title: visit.say('cases.find'), errors, form: 'find', children })
}

export const shareForm: StaffHandler = async (visit) => sharePage(visit, {})

export const share: StaffHandler = async (visit) => {
  const id = askedCase(visit)
  const note = noteId(askedUuid(visit, 'note'))
  const shared = await shareNote(caseworkOf(visit), visit.signedIn, { id, note })
  if (shared.ok) return goTo(visit, casePath(id, afterDoing('shared')))
  return sharePage(visit, { share: visit.say(`cases.fault.${shared.reason}`) })
}

/** Says nothing of the note itself: one of another discipline looks like one that is not there. */
async function sharePage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const note = askedUuid(visit, 'note')
  const view = await viewFor(visit, 'write-note')
  const { say } = visit
  const children = (
    <>
      <p class="fb-lead">{say('cases.share.what')}</p>
      <StaffForm visit={visit} action={casePath(view.id, `/notes/${note}/share`)} id="share">
        <Submit words={say('cases.share.submit')} />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.share'), errors, children })
}
