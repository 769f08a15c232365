// Using an instrument: its form, then the result or the summary, or the same as a file. Every step is a post, so that no
// answer stands in an address, and nothing is kept.

import type { JSX } from 'hono/jsx/jsx-runtime'

import type { Instrument, InstrumentId, LoadedInstrument, Say } from '../../knowledge/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import { readForm } from '../form-reader.ts'
import type { FieldErrors } from '../parts/fields.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { bundleOfRecord, bundleOfScored } from './as-fhir.ts'
import { RecordForm, RecordSummary } from './record.tsx'
import { readRecord, recordFields } from './record-answers.ts'
import { readScreening, screenFields } from './screen-answers.ts'
import { ScreenForm } from './screen-form.tsx'
import { ScreenResult } from './screen-result.tsx'
import { askedForm, scoreScreening } from './screening-score.ts'
import { shownInstrument } from './shown-instrument.ts'
import { staffPage } from './staff-page.tsx'
import { nothingTyped, readTyped, type Typed } from './typed.ts'

type Answer = Response | Promise<Response>

/** What came of the answers. `file`: null where there is no result to keep. */
type Outcome = { readonly shown: JSX.Element; readonly file: object | null }

export const useForm =
  (id: InstrumentId): Handler =>
  (visit) =>
    formPage(visit, shownInstrument(visit, id), nothingTyped, {})

/** The result; or the form with every answer as it was, to change one or in the other language. */
export const useAnswered =
  (id: InstrumentId): Handler =>
  async (visit) => {
    const { loaded, typed, again } = await typedIn(visit, id)
    if (again) return formPage(visit, loaded, typed, {})
    const outcome = outcomeOf(visit, loaded, typed)
    return outcome.ok ? resultPage(visit, loaded, typed, outcome.value) : formPage(visit, loaded, typed, outcome.reason)
  }

/** The same as a file, where there is a result. */
export const useAsJson =
  (id: InstrumentId): Handler =>
  async (visit) => {
    const { loaded, typed } = await typedIn(visit, id)
    const outcome = outcomeOf(visit, loaded, typed)
    if (!outcome.ok) return formPage(visit, loaded, typed, outcome.reason)
    const { file } = outcome.value
    return file === null ? resultPage(visit, loaded, typed, outcome.value) : asFile(visit, file)
  }

async function typedIn(visit: Visit, id: InstrumentId) {
  const loaded = shownInstrument(visit, id)
  const form = await readForm(visit)
  return { loaded, typed: readTyped(form, fieldsOf(loaded.instrument)), again: form.one('again') === 'yes' }
}

const fieldsOf = (instrument: Instrument): readonly string[] =>
  instrument.use === 'scored' ? screenFields(instrument) : recordFields

function outcomeOf(visit: Visit, loaded: LoadedInstrument, typed: Typed): Result<Outcome, FieldErrors> {
  const form = askedForm(loaded)
  const { instrument } = loaded
  const note = visit.say('instrument.not-proof')
  if (form === null) {
    const recorded = readRecord(typed, visit)
    if (!recorded.ok) return failed(recorded.reason)
    const parts = { visit, instrument, recorded: recorded.value, typed }
    return ok({ shown: <RecordSummary {...parts} />, file: bundleOfRecord(instrument, recorded.value, note) })
  }
  const screening = readScreening(typed, instrument, visit)
  if (!screening.ok) return failed(screening.reason)
  const scored = scoreScreening(instrument, form, screening.value)
  const { total, band } = scored.score
  const isResult = scored.unsuited.length === 0 && (total !== null || band !== null)
  const parts = { visit, loaded, screening: screening.value, scored, typed }
  return ok({
    shown: <ScreenResult {...parts} />,
    file: isResult ? bundleOfScored(instrument, scored, { note, band: bandIn(band, visit.say) }) : null,
  })
}

/** In words, as the file is read by other systems and people. */
const bandIn = (band: string | null, say: Say): string | null =>
  band === 'at-or-above' || band === 'below' ? say(`instrument.band.${band}`) : band

const usePath = ({ instrument: { id } }: LoadedInstrument): string => `/staff/instruments/${id}/use`

const resultPage = (visit: Visit, loaded: LoadedInstrument, typed: Typed, { shown }: Outcome): Answer =>
  staffPage({
    visit: { ...visit, path: usePath(loaded) },
    title: visit.say('instrument.result.title', { name: loaded.instrument.short }),
    answers: typed,
    children: shown,
  })

function formPage(given: Visit, loaded: LoadedInstrument, typed: Typed, errors: FieldErrors): Answer {
  const visit = { ...given, path: usePath(loaded) }
  const { short: name, use } = loaded.instrument
  const isWrong = Object.keys(errors).length > 0
  return staffPage(
    {
      visit,
      title: visit.say(isWrong ? 'instrument.form.title-error' : 'instrument.form.title', { name }),
      form: 'use',
      children:
        use === 'scored' ? (
          <ScreenForm visit={visit} loaded={loaded} typed={typed} errors={errors} />
        ) : (
          <RecordForm visit={visit} instrument={loaded.instrument} typed={typed} errors={errors} />
        ),
    },
    isWrong ? 400 : 200,
  )
}

/** The site's script asks for a page first; as there is nothing to put right, the browser then asks for the file itself. */
function asFile({ request, say }: Visit, file: object): Response {
  if (request.req.header('accept') === 'text/html') return request.body(null, 204, { 'Cache-Control': 'no-store' })
  return request.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
    'Content-Type': 'application/fhir+json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${say('instrument.file')}.json"`,
    'Cache-Control': 'no-store',
  })
}
