// The report composer: facts in sections, all optional; then the words to read out; then, for who wants a copy, a page to
// print, a PDF or plain text. Nothing is kept here, and no picture or file is ever taken.

import { join } from 'node:path'

import { sheetPdf, sheetText } from '../../reporting/index.ts'
import { page } from '../parts/layout.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { composed, nothingTyped, readSheet, sheetFields, tooLong, type SheetAnswers } from './sheet-answers.ts'
import { SheetForm } from './sheet-form.tsx'
import { SheetPage } from './sheet-page.tsx'
import { SheetScript } from './sheet-script.tsx'

export const sheetFormEmpty: Handler = (visit) => sheetForm(visit, nothingTyped)

export const sheetFormFilled: Handler = async (visit) => sheetForm(visit, await readSheet(visit))

/** The words to read out on the phone. */
export const sheetScript: Handler = (visit) =>
  whenItFits(visit, (sheet) =>
    page({
      visit,
      title: visit.say('script.page-title'),
      answers: sheetFields(sheet),
      children: <SheetScript sheet={composed(sheet, visit)} visit={visit} answers={sheet} />,
    }),
  )

/** The sheet as a page to print. */
export const sheetPage: Handler = (visit) =>
  whenItFits(visit, (sheet) =>
    page({
      visit,
      title: visit.say('sheet.page-title'),
      answers: sheetFields(sheet),
      children: <SheetPage sheet={composed(sheet, visit)} visit={visit} answers={sheet} />,
    }),
  )

export const sheetAsPdf: Handler = (visit) =>
  whenItFits(visit, (sheet) => {
    if (asksForPageAlone(visit)) return noPage(visit)
    const template = join(visit.services.contentFolder, 'documents', 'report-sheet.typ')
    return asFile(visit, 'pdf', 'application/pdf', new Uint8Array(sheetPdf(composed(sheet, visit), template)))
  })

export const sheetAsText: Handler = (visit) =>
  whenItFits(visit, (sheet) =>
    asksForPageAlone(visit)
      ? noPage(visit)
      : asFile(visit, 'txt', 'text/plain; charset=utf-8', sheetText(composed(sheet, visit))),
  )

/** The site's script asks whether there is something to put right; then the browser asks for the file by itself. */
const asksForPageAlone = ({ request }: Visit): boolean => request.req.header('accept') === 'text/html'

const noPage = ({ request }: Visit): Response => request.body(null, 204, { 'Cache-Control': 'no-store' })

/** A text that is too long comes back to the form, with everything still there. */
async function whenItFits(
  visit: Visit,
  answer: (sheet: SheetAnswers) => Response | Promise<Response>,
): Promise<Response> {
  const sheet = await readSheet(visit)
  return Object.keys(tooLong(sheet, visit)).length > 0 ? sheetForm(visit, sheet) : answer(sheet)
}

const asFile = (visit: Visit, ending: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response =>
  visit.request.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${visit.say('sheet.file')}.${ending}"`,
    'Cache-Control': 'no-store',
  })

function sheetForm(visit: Visit, sheet: SheetAnswers): Response | Promise<Response> {
  const errors = tooLong(sheet, visit)
  const failed = Object.keys(errors).length > 0
  return page(
    {
      visit: { ...visit, path: '/report/sheet' },
      title: visit.say(failed ? 'sheet.form-title-error' : 'sheet.form-title'),
      form: 'sheet',
      children: <SheetForm visit={visit} sheet={sheet} errors={errors} />,
    },
    failed ? 400 : 200,
  )
}
