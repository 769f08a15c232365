// The report sheet as an accessible PDF. What a person typed may hold any character; the PDF shows those it can, puts a
// box for the others, and says so.

import type { ReportSheet } from './report-sheet.ts'
import { boxed, typeset, withoutControls } from './typst.ts'

/**
 * Compiles the template at `file` with the sheet. Returns the bytes of the PDF; nothing is written to disk.
 * A character that the PDF cannot show becomes a box, and the sheet says so, as the printable page shows it.
 */
export function sheetPdf(sheet: ReportSheet, file: string): Uint8Array {
  const clean = withTyped(sheet, withoutControls)
  try {
    return compile(file, clean)
  } catch (error) {
    const printable = withTyped(clean, boxed)
    if (JSON.stringify(printable) === JSON.stringify(clean)) throw error
    return compile(file, { ...printable, footer: `${sheet.unprintable} ${sheet.footer}` })
  }
}

const compile = (file: string, sheet: ReportSheet): Uint8Array => typeset(file, { sheet: JSON.stringify(sheet) })

const withTyped = (sheet: ReportSheet, change: (text: string) => string): ReportSheet => ({
  ...sheet,
  parts: sheet.parts.map(({ heading, text }) => ({ heading, text: text.split('\n').map(change).join('\n') })),
})
