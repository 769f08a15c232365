// The report sheet: three optional fields, then one page to read out, to print or to keep as a PDF. Nothing is kept here.

import { join } from 'node:path'

import {
  composeSheet,
  longest,
  route,
  sheetPdf,
  typedFields,
  type ReportSheet,
  type Typed,
} from '../../reporting/index.ts'
import { readForm, type Form } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import { ErrorSummary, HiddenFields, TextArea, type FieldErrors } from '../parts/fields.tsx'
import { page } from '../parts/layout.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { answerFields, emptyAnswers, questionOf, readAnswers, type ReportAnswers } from './report-answers.ts'
import { SheetPage } from './sheet-page.tsx'

const nothingTyped: Typed = { what: '', when: '', where: '' }

export const sheetFormEmpty: Handler = (visit) => sheetForm(visit, emptyAnswers, nothingTyped, {})

export const sheetFormFilled: Handler = async (visit) => {
  const form = await readForm(visit)
  return sheetForm(visit, readAnswers(form), readTyped(form), {})
}

/** The sheet as a page that prints on one sheet of paper. */
export const sheetPage: Handler = async (visit) => {
  const form = await readForm(visit)
  const [answers, typed] = [readAnswers(form), readTyped(form)]
  const errors = tooLong(typed, visit)
  if (Object.keys(errors).length > 0) return sheetForm(visit, answers, typed, errors)
  return page({
    visit,
    title: visit.say('sheet.page-title'),
    answers: { ...answerFields(answers), ...typed },
    children: <SheetPage sheet={compose(visit, answers, typed)} visit={visit} answers={answers} typed={typed} />,
  })
}

export const sheetAsPdf: Handler = async (visit) => {
  const form = await readForm(visit)
  const [answers, typed] = [readAnswers(form), readTyped(form)]
  const errors = tooLong(typed, visit)
  if (Object.keys(errors).length > 0) return sheetForm(visit, answers, typed, errors)
  if (asksForPageAlone(visit)) return visit.request.body(null, 204, { 'Cache-Control': 'no-store' })
  const template = join(visit.services.contentFolder, 'documents', 'report-sheet.typ')
  const pdf = sheetPdf(compose(visit, answers, typed), template)
  return visit.request.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${visit.say('sheet.file')}.pdf"`,
    'Cache-Control': 'no-store',
  })
}

/** The site's script asks whether there is something to put right; then the browser asks for the file by itself. */
const asksForPageAlone = ({ request }: Visit): boolean => request.req.header('accept') === 'text/html'

const readTyped = (form: Form): Typed => ({ what: form.one('what'), when: form.one('when'), where: form.one('where') })

const tooLong = (typed: Typed, { say }: Visit): FieldErrors =>
  Object.fromEntries(
    typedFields
      .filter((field) => typed[field].length > longest[field])
      .map((field) => [field, say('error.too-long', { most: longest[field], now: typed[field].length })]),
  )

function compose({ language, say, services }: Visit, answers: ReportAnswers, typed: Typed): ReportSheet {
  const question = questionOf(answers, say)
  const names = services.content.explanations[language]
  return composeSheet(
    {
      language,
      noticed: answers.noticed.map((code) => names[code].name),
      typed,
      route: question.ok ? route(question.value, services.directory, { language, say }) : null,
    },
    say,
  )
}

function sheetForm(
  visit: Visit,
  answers: ReportAnswers,
  typed: Typed,
  errors: FieldErrors,
): Response | Promise<Response> {
  const { say, language } = visit
  const failed = Object.keys(errors).length > 0
  return page(
    {
      visit: { ...visit, path: '/report/sheet' },
      title: failed ? say('sheet.form-title-error') : say('sheet.form-title'),
      form: 'sheet',
      children: (
        <>
          <ErrorSummary title={say('error.heading')} errors={errors} />
          <h1>{say('sheet.form-heading')}</h1>
          <p class="fb-lead">{say('sheet.form-lead')}</p>
          <form
            id="sheet"
            method="post"
            action={addressIn(language, '/report/sheet/page')}
            autocomplete="off"
            novalidate
          >
            <HiddenFields fields={answerFields(answers)} />
            {typedFields.map((field) => (
              <TextArea
                name={field}
                label={say(`sheet.${field}`)}
                hint={say(`sheet.${field}.hint`)}
                rows={field === 'what' ? 7 : 3}
                value={typed[field]}
                error={errors[field]}
              />
            ))}
            <p class="fb-note">{say('sheet.copy-warning')}</p>
            <SheetButtons visit={visit} />
          </form>
        </>
      ),
    },
    failed ? 400 : 200,
  )
}

const SheetButtons = ({ visit: { say, language } }: { visit: Visit }) => (
  <div class="fb-actions">
    <button type="submit" class="govuk-button">
      {say('sheet.make-page')}
    </button>
    <button
      type="submit"
      class="govuk-button govuk-button--secondary"
      formaction={addressIn(language, '/report/sheet.pdf')}
    >
      {say('sheet.make-pdf')}
    </button>
  </div>
)
