// Takes a center's form with wording, read from a file of its own: found to be the form of one of our scored instruments, or
// refused in sentences that name the question.

import * as v from 'valibot'

import { failed, ok, type Result } from '../shared/index.ts'
import { inWords } from './checked-file.ts'
import { findFormFaults, instrumentFormSchema, licenceUrl, type InstrumentForm } from './instrument-form.ts'
import { instrumentIds, type InstrumentId } from './instrument.ts'
import type { Instruments } from './load-instruments.ts'

type Accepted = { readonly id: InstrumentId; readonly form: InstrumentForm }

/** The form's `id` says which instrument it is. */
export function acceptForm(given: unknown, instruments: Instruments): Result<Accepted, readonly string[]> {
  const read = v.safeParse(instrumentFormSchema, given)
  if (!read.success) return failed([inWords(read.issues)])
  const id = instrumentIds.find((one) => one === read.output.id)
  const scored = instrumentIds.filter((one) => instruments[one].form !== null)
  if (id === undefined) return failed([`its id is none of ours: ${scored.join(', ')}`])
  const { instrument, form } = instruments[id]
  if (form === null) return failed([`${id} is record-only: nothing is scored here, so no wording is needed`])
  const faults = findFormFaults(read.output, form, instrument)
  return faults.length > 0 ? failed(faults) : ok({ id, form: read.output })
}

/** The form with who gave the licence, in place of what it may have said before. */
export const withLicence = (form: InstrumentForm, licence: string): InstrumentForm => ({
  ...form,
  extension: [...form.extension.filter(({ url }) => url !== licenceUrl), { url: licenceUrl, valueString: licence }],
})
