// The form that writes a note. It comes back with everything typed.

import { longestNote } from '../../../casework/index.ts'
import type { CaseId } from '../../../shared/index.ts'
import type { Form } from '../../form-reader.ts'
import { TextArea, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { casePath } from './asked.ts'
import { Submit } from './case-frame.tsx'
import { disciplineIn } from './case-words.ts'
import { ErrorRadios } from './error-radios.tsx'

export type NoteTyped = { readonly text: string; readonly shared: boolean }

export const noteTypedNothing: NoteTyped = { text: '', shared: false }

/** Longer than a note may be, so that its writer is told so and loses nothing. */
export const readNote = (form: Form): NoteTyped => ({
  text: form.one('text').slice(0, 3 * longestNote),
  shared: form.one('shared') === 'yes',
})

type FormParts = {
  readonly visit: StaffVisit
  readonly id: CaseId
  readonly typed: NoteTyped
  readonly errors: FieldErrors
}

export const NoteForm = ({ visit, id, typed, errors }: FormParts) => {
  const { say, signedIn } = visit
  return (
    <StaffForm visit={visit} action={casePath(id, '/notes')} id="note">
      <TextArea
        name="text"
        label={say('cases.note.write')}
        hint={say('cases.note.text.hint')}
        rows={5}
        value={typed.text}
        error={errors['text']}
      />
      <ErrorRadios
        name="shared"
        legend={say('cases.note.who')}
        hint={say('cases.note.who.hint')}
        choices={[
          { value: 'no', label: say('cases.note.who.own', { discipline: disciplineIn(say, signedIn.discipline) }) },
          { value: 'yes', label: say('cases.note.who.shared') },
        ]}
        value={typed.shared ? 'yes' : 'no'}
      />
      <Submit words={say('cases.note.submit')} />
    </StaffForm>
  )
}
