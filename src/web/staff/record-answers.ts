// What a center writes down of an instrument that it uses under its own agreement: day, version, total, band and who gave it.
// Nothing of it is scored or checked here against a rule that we do not have.

import { failed, ok, type Result } from '../../shared/index.ts'
import type { FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { commonFields, dayOf, longest, answerIn, type Typed } from './typed.ts'

export type Recorded = {
  /** As 2026-11-24. */
  readonly date: string
  readonly by: string
  readonly version: string
  readonly total: number | null
  /** As the center's form names it; may be empty. */
  readonly band: string
}

export const recordFields = [...commonFields, 'version', 'total', 'band'] as const

export function readRecord(typed: Typed, visit: Visit): Result<Recorded, FieldErrors> {
  const { say } = visit
  const date = dayOf(answerIn(typed, 'date'), visit)
  const [by, version, band] = [answerIn(typed, 'by'), answerIn(typed, 'version'), answerIn(typed, 'band')]
  const total = totalOf(answerIn(typed, 'total'))
  const isEmpty = total === null && band === ''
  const fits = (text: string): boolean => text !== '' && text.length <= longest
  const errors = {
    ...(date === undefined ? { date: say('instrument.error.date') } : {}),
    ...(fits(by) ? {} : { by: say('instrument.error.by') }),
    ...(fits(version) ? {} : { version: say('instrument.error.version') }),
    ...(total === undefined ? { total: say('instrument.error.total') } : {}),
    ...(isEmpty || band.length > longest ? { band: say('instrument.error.band') } : {}),
  }
  if (date === undefined || total === undefined || Object.keys(errors).length > 0) return failed(errors)
  return ok({ date, by, version, total, band })
}

/** Null where it is empty; undefined where it is no number. */
function totalOf(text: string): number | null | undefined {
  if (text === '') return null
  return /^\d{1,4}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
