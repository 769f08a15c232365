// Reads content/instruments, and the forms with wording that a center has a licence for. A center's form that does not fit
// the rule stops the start: a score from other questions would look like a true one.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { Problem } from '../shared/index.ts'
import { checked } from './checked-file.ts'
import { instrumentIds, instrumentSchema, type Instrument, type InstrumentId } from './instrument.ts'
import { findFormFaults, instrumentFormSchema, licenceOf, type InstrumentForm } from './instrument-form.ts'

export type LoadedInstrument = {
  readonly instrument: Instrument
  /** Our form, whose texts are concepts; null where nothing is scored. */
  readonly form: InstrumentForm | null
  /** The center's own form with the wording. */
  readonly wording: InstrumentForm | null
}

export type Instruments = Readonly<Record<InstrumentId, LoadedInstrument>>

/** The file of a form, ours or a center's. */
export const formFile = (id: InstrumentId): string => `${id}.questionnaire.json`

/** `centerFolder`: the center's files, where there is one. Throws a Problem that names the file and the question. */
export function loadInstruments(folder: string, centerFolder?: string): Instruments {
  return Object.fromEntries(instrumentIds.map((id) => [id, loadOne(id, folder, centerFolder)])) as Record<
    InstrumentId,
    LoadedInstrument
  >
}

function loadOne(id: InstrumentId, folder: string, centerFolder: string | undefined): LoadedInstrument {
  const instrument = checked(instrumentSchema, join(folder, `${id}.yaml`))
  if (instrument.use === 'record-only') return { instrument, form: null, wording: null }
  const form = checked(instrumentFormSchema, join(folder, formFile(id)))
  const theirs = join(centerFolder ?? '', 'instruments', formFile(id))
  const given = centerFolder !== undefined && existsSync(theirs)
  return { instrument, form, wording: given ? wordingFrom(theirs, instrument, form) : null }
}

function wordingFrom(file: string, instrument: Instrument, ours: InstrumentForm): InstrumentForm {
  const form = checked(instrumentFormSchema, file)
  const [fault] = findFormFaults(form, ours, instrument)
  if (fault !== undefined) throw new Problem('content-wrong', { why: `${file}: ${fault}.` })
  if (licenceOf(form) === null)
    throw new Problem('content-wrong', {
      why: `${file}: it names no licence; put it there by bin/footbridge instrument import.`,
    })
  return form
}
