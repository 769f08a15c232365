// Notes as they are read: newest first, who wrote them and who may read them, the search inside one case, and the way on.

import type { CaseView, NoteCursor, NoteView } from '../../../casework/index.ts'
import type { CaseId } from '../../../shared/index.ts'
import { addressIn } from '../../parts/address.ts'
import { TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { casePath } from './asked.ts'
import { disciplineIn, timeIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'

type ListParts = { readonly visit: StaffVisit; readonly view: CaseView; readonly notes: readonly NoteView[] }

export const NoteList = ({ visit, view, notes }: ListParts) => (
  <ol class="fb-notes">
    {notes.map((note) => (
      <li>
        <Note visit={visit} view={view} note={note} />
      </li>
    ))}
  </ol>
)

type NoteParts = { readonly visit: StaffVisit; readonly view: CaseView; readonly note: NoteView }

const Note = ({ visit, view, note }: NoteParts) => {
  const { say } = visit
  const discipline = disciplineIn(say, note.discipline)
  return (
    <article aria-label={timeIn(visit, note.writtenAt, caseworkOf(visit).zone)}>
      <p class="fb-quiet">
        <time datetime={note.writtenAt.toISOString()}>{timeIn(visit, note.writtenAt, caseworkOf(visit).zone)}</time>
        {' · '}
        {say('cases.note.by', { name: note.author, discipline })}{' '}
        <strong class={note.shared ? 'govuk-tag govuk-tag--blue' : 'govuk-tag govuk-tag--grey'}>
          {note.shared ? say('cases.note.shared') : say('cases.note.own', { discipline })}
        </strong>
      </p>
      {note.text === undefined ? (
        <p class="fb-quiet">{say('cases.note.erased')}</p>
      ) : (
        <p class="fb-written">{note.text}</p>
      )}
      <ShareLink visit={visit} view={view} note={note} />
    </article>
  )
}

const ShareLink = ({ visit, view, note }: NoteParts) => {
  const { say, language, signedIn } = visit
  if (note.shared || note.discipline !== signedIn.discipline || !view.may.includes('write-note')) return null
  const time = timeIn(visit, note.writtenAt, caseworkOf(visit).zone)
  return (
    <p>
      <a
        href={addressIn(language, casePath(view.id, `/notes/${note.id}/share`))}
        aria-label={`${say('cases.note.share')}: ${time}`}
      >
        {say('cases.note.share')}
      </a>
    </p>
  )
}

type OlderParts = { readonly visit: StaffVisit; readonly id: CaseId; readonly next: NoteCursor | undefined }

export const OlderNotes = ({ visit: { say, language }, id, next }: OlderParts) =>
  next === undefined ? null : (
    <p>
      <a href={`${addressIn(language, casePath(id, '/notes'))}?after=${String(next.writtenAt.getTime())}_${next.id}`}>
        {say('cases.notes.older')}
      </a>
    </p>
  )

type FindParts = {
  readonly visit: StaffVisit
  readonly id: CaseId
  readonly words: string
  readonly errors?: FieldErrors
}

export const FindForm = ({ visit, id, words, errors = {} }: FindParts) => {
  const { say } = visit
  return (
    <StaffForm visit={visit} action={casePath(id, '/find')} id="find">
      <div class="fb-filter">
        <TextField name="words" label={say('cases.find')} value={words} error={errors['words']} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {say('cases.search.submit')}
        </button>
      </div>
    </StaffForm>
  )
}
