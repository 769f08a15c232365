// What is typed into the forms of instruments: short texts by field name. They travel as hidden fields and are never kept,
// and none of them names a child.

import type { Form } from '../form-reader.ts'
import type { Visit } from '../route-table.ts'
import { instantOf } from '../../reporting/index.ts'

/** By field name; a field that was not sent is empty. */
export type Typed = Readonly<Record<string, string>>

export const longest = 200

export const readTyped = (form: Form, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, form.one(name).slice(0, longest + 1)]))

export const nothingTyped: Typed = {}

export const answerIn = (typed: Typed, name: string): string => (typed[name] ?? '').trim()

/** The fields of both forms: on which day, and who gave it. */
export const commonFields = ['date', 'by'] as const

/** A day that has begun somewhere in the United States, as 2026-11-24; undefined when it is none. */
export function dayOf(text: string, { services }: Visit): string | undefined {
  const noon = instantOf({ date: text, time: '12:00' }, 'America/New_York')
  if (!noon.ok || noon.value.epochMilliseconds > services.clock().epochMilliseconds + dayLength) return undefined
  return noon.value.toZonedDateTimeISO('America/New_York').toPlainDate().toString()
}

const dayLength = 24 * 60 * 60 * 1000
