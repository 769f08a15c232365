// The report as plain text: for an old phone, a screen reader, a message to oneself. The same sheet as the page and the PDF.

import type { ReportSheet } from './report-sheet.ts'

const line = '______________________________'

/** Lines end with CR LF, so that any text program shows them. */
export function sheetText(sheet: ReportSheet): string {
  const lines = [
    sheet.title,
    sheet.opening,
    ...callLines(sheet),
    ...(sheet.noticed.length === 0
      ? []
      : ['', heading(sheet.noticedHeading), ...sheet.noticed.map((name) => `- ${name}`)]),
    ...sheet.parts.flatMap((part) => [
      '',
      heading(part.heading),
      ...(part.text === '' ? [line] : part.text.split('\n')),
    ]),
    '',
    heading(sheet.askHeading),
    ...sheet.asks.map((ask) => `- ${ask}`),
    '',
    ...sheet.writeDown.map((label) => `${label}: ${line}`),
    '',
    sheet.footer,
  ]
  return `${lines.join('\r\n')}\r\n`
}

const heading = (text: string): string => text.toUpperCase()

const callLines = ({ calls, callHeading, callNotes }: ReportSheet): readonly string[] =>
  calls.length === 0
    ? []
    : [
        '',
        heading(callHeading),
        ...callNotes,
        ...calls.flatMap(({ name, phones, detail }, at) => [
          `${at + 1}. ${name}${detail === '' ? '' : ` (${detail})`}`,
          ...phones.map((phone) => `   ${phone}`),
        ]),
      ]
