// An instrument that is only recorded: the form, and the summary to print or to hand to another system.

import type { Instrument } from '../../knowledge/index.ts'
import { dateIn } from '../../reporting/index.ts'
import { ErrorSummary, TextField, type FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { CommonFields, ToldNote } from './common-fields.tsx'
import { instrumentAddress } from './instrument-list.tsx'
import { numberIn, titleOf } from './instrument-words.ts'
import { Actions, NextStep } from './next-step.tsx'
import type { Recorded } from './record-answers.ts'
import { Facts } from './staff-page.tsx'
import { longest, answerIn, type Typed } from './typed.ts'

type FormParts = {
  readonly visit: Visit
  readonly instrument: Instrument
  readonly typed: Typed
  readonly errors: FieldErrors
}

export const RecordForm = ({ visit, instrument, typed, errors }: FormParts) => {
  const { say, language } = visit
  return (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{titleOf(instrument)}</h1>
      <p class="fb-lead">{say('instrument.record.lead')}</p>
      <ToldNote say={say} />
      <p>{instrument.licence.text[language]}</p>
      <p>{say('instrument.nothing-kept')}</p>
      <form
        id="use"
        method="post"
        action={instrumentAddress(visit, instrument.id, '/use')}
        autocomplete="off"
        novalidate
      >
        <CommonFields visit={visit} typed={typed} errors={errors} />
        {(['version', 'total', 'band'] as const).map((name) => (
          <TextField
            name={name}
            label={say(`instrument.record.${name}`)}
            hint={say(`instrument.record.${name}.hint`)}
            width={name === 'total' ? 5 : 20}
            maxlength={name === 'total' ? 8 : longest}
            value={answerIn(typed, name)}
            error={errors[name]}
          />
        ))}
        <button type="submit" class="govuk-button">
          {say('instrument.record.submit')}
        </button>
      </form>
    </>
  )
}

type SummaryParts = {
  readonly visit: Visit
  readonly instrument: Instrument
  readonly recorded: Recorded
  readonly typed: Typed
}

export const RecordSummary = ({ visit, instrument, recorded, typed }: SummaryParts) => {
  const { say, language } = visit
  const { date, by, version, total, band } = recorded
  const empty = say('instrument.record.empty')
  return (
    <>
      <h1>{titleOf(instrument)}</h1>
      <p class="fb-lead">{say('instrument.record.summary')}</p>
      <Facts
        facts={[
          { name: say('instrument.date'), value: dateIn(date, language) },
          { name: say('instrument.by'), value: by },
          { name: say('instrument.version'), value: version },
          { name: say('instrument.record.total'), value: total === null ? empty : numberIn(language)(total) },
          { name: say('instrument.record.band'), value: band === '' ? empty : band },
        ]}
      />
      <p class="fb-note fb-now">{say('instrument.not-proof')}</p>
      {instrument.accuracy.length > 0 ? null : <p>{say('instrument.accuracy.none')}</p>}
      <NextStep visit={visit} step="recorded" />
      <Actions visit={visit} id={instrument.id} typed={typed} file />
    </>
  )
}
