// What travels through the report composer: the answers of the report form and what was typed, as hidden fields, and the
// sheet that is composed from them.

import {
  composeSheet,
  longest,
  route,
  typedFields,
  typedFrom,
  type ReportSheet,
  type Typed,
} from '../../reporting/index.ts'
import { readForm, type Form } from '../form-reader.ts'
import type { FieldErrors, Fields } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { answerFields, emptyAnswers, questionOf, readAnswers, type ReportAnswers } from './report-answers.ts'

export type SheetAnswers = { readonly answers: ReportAnswers; readonly typed: Typed }

export const nothingTyped: SheetAnswers = { answers: emptyAnswers, typed: typedFrom(() => '') }

export async function readSheet(visit: Visit): Promise<SheetAnswers> {
  const form = await readForm(visit)
  return { answers: readAnswers(form), typed: readTyped(form) }
}

// The report form's question of the same name is a radio; the typed field has a name of its own on the wire.
const readTyped = (form: Form): Typed => typedFrom((field) => form.one(wireName(field)))

/** `missing` and others are also questions of the report form: in a form the typed fields are `t-<field>`. */
export const wireName = (field: (typeof typedFields)[number]): string => `t-${field}`

export const sheetFields = ({ answers, typed }: SheetAnswers): Fields => ({
  ...answerFields(answers),
  ...Object.fromEntries(typedFields.map((field) => [wireName(field), typed[field]])),
})

/** A sentence for each field that is too long, by its name in the form. */
export const tooLong = ({ typed }: SheetAnswers, { say }: Visit): FieldErrors =>
  Object.fromEntries(
    typedFields
      .filter((field) => typed[field].length > longest[field])
      .map((field) => [wireName(field), say('error.too-long', { most: longest[field], now: typed[field].length })]),
  )

export function composed({ answers, typed }: SheetAnswers, visit: Visit): ReportSheet {
  const { language, say, services } = visit
  const question = questionOf(answers, visit)
  const names = services.content.explanations[language]
  return composeSheet(
    {
      language,
      noticed: answers.noticed.map((code) => names[code].name),
      typed,
      route: question.ok ? route(question.value, services.directory, { language, say, now: services.clock() }) : null,
    },
    say,
  )
}
