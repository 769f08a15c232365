// The form of a scored instrument: for whom and by whom, then its questions by concept, or in the center's own wording. What
// to do when a child tells stands above everything else.

import { screeners, screeningSettings, type InstrumentItem, type LoadedInstrument } from '../../knowledge/index.ts'
import { ErrorSummary, SelectField, TextField, type FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { CommonFields, ToldNote } from './common-fields.tsx'
import { instrumentAddress } from './instrument-list.tsx'
import { agesIn, settingsIn, titleOf } from './instrument-words.ts'
import { Inline } from './inline-radios.tsx'
import { givenIn } from './screen-answers.ts'
import { questionIn } from './screening-score.ts'
import { answerIn, type Typed } from './typed.ts'

type FormParts = {
  readonly visit: Visit
  readonly loaded: LoadedInstrument
  readonly typed: Typed
  readonly errors: FieldErrors
}

export const ScreenForm = (parts: FormParts) => {
  const { visit, loaded, errors } = parts
  const { say, language } = visit
  const { instrument, wording } = loaded
  return (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{titleOf(instrument)}</h1>
      <ToldNote say={say} />
      <p>{say('instrument.form.for', { ages: agesIn(instrument, say), settings: settingsIn(instrument, say) })}</p>
      <p>{instrument.who_may.text[language]}</p>
      <p class="fb-note">{say(wording === null ? 'instrument.form.concepts' : 'instrument.form.wording')}</p>
      <p>{say('instrument.nothing-kept')}</p>
      <form
        id="use"
        method="post"
        action={instrumentAddress(visit, instrument.id, '/use')}
        autocomplete="off"
        novalidate
      >
        <CommonFields visit={visit} typed={parts.typed} errors={errors} />
        <About {...parts} />
        {instrument.items.map((item) => (
          <Question {...parts} item={item} />
        ))}
        <button type="submit" class="govuk-button">
          {say('instrument.form.submit')}
        </button>
      </form>
    </>
  )
}

const About = ({ visit: { say }, typed, errors }: FormParts) => (
  <>
    <TextField
      name="age"
      label={say('instrument.age')}
      hint={say('instrument.age.hint')}
      inputmode="numeric"
      width={5}
      maxlength={3}
      value={answerIn(typed, 'age')}
      error={errors['age']}
    />
    <SelectField
      name="setting"
      label={say('instrument.setting')}
      choices={[
        { value: '', label: say('instrument.choose') },
        ...screeningSettings.map((value) => ({ value, label: say(`instrument.setting.${value}`) })),
      ]}
      value={answerIn(typed, 'setting')}
      error={errors['setting']}
    />
    <SelectField
      name="given-in"
      label={say('instrument.given-in')}
      choices={[
        { value: '', label: say('instrument.choose') },
        ...givenIn.map((value) => ({ value, label: say(`instrument.given-in.${value}`) })),
      ]}
      value={answerIn(typed, 'given-in')}
      error={errors['given-in']}
    />
    <Inline
      name="screener"
      legend={say('instrument.screener')}
      choices={screeners.map((value) => ({ value, label: say(`instrument.screener.${value}`) }))}
      value={answerIn(typed, 'screener')}
      error={errors['screener']}
    />
  </>
)

/** "Not asked" is chosen at first: a question without an answer is never taken for a no. */
const Question = ({ visit: { say, language }, loaded, typed, errors, item }: FormParts & { item: InstrumentItem }) => {
  const { linkId, only } = item
  return (
    <Inline
      name={linkId}
      legend={questionIn(loaded, item, language)}
      hint={only === undefined ? undefined : say('instrument.only.medical-provider')}
      choices={(['yes', 'no', 'none'] as const).map((value) => ({ value, label: say(`instrument.answer.${value}`) }))}
      value={answerIn(typed, linkId) || 'none'}
      error={errors[linkId]}
    />
  )
}
