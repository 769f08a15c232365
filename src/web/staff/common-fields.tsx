// What the forms of all instruments have: stop when a child tells, the day, and who asked. No field takes the name of a child.

import type { Say } from '../../knowledge/index.ts'
import { TextField, type FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { longest, answerIn, type Typed } from './typed.ts'

/** The pattern of the Missouri form: on disclosure screening ends, and nobody interviews the child a second time. */
export const ToldNote = ({ say }: { say: Say }) => (
  <div class="fb-note fb-now">
    <p>
      <strong>{say('instrument.told.heading')}</strong> {say('instrument.told.what')}
    </p>
  </div>
)

type CommonParts = { readonly visit: Visit; readonly typed: Typed; readonly errors: FieldErrors }

export const CommonFields = ({ visit: { say }, typed, errors }: CommonParts) => (
  <>
    <TextField
      name="date"
      type="date"
      label={say('instrument.date')}
      hint={say('instrument.date.hint')}
      width={10}
      value={answerIn(typed, 'date')}
      error={errors['date']}
    />
    <TextField
      name="by"
      label={say('instrument.by')}
      hint={say('instrument.by.hint')}
      maxlength={longest}
      value={answerIn(typed, 'by')}
      error={errors['by']}
    />
  </>
)
