// The report sheet as an accessible PDF (PDF/UA-1, checked by Typst when it compiles). The sheet travels as data,
// never as markup, so nothing that a person types can change the document.

import { readFileSync } from 'node:fs'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

import type { ReportSheet } from './report-sheet.ts'

/**
 * Compiles the template at `file` with the sheet. Returns the bytes of the PDF; nothing is written to disk.
 * PDF/UA refuses a character that the built-in fonts do not have (Chinese, emoji): such a character becomes a box, and
 * the sheet says so, as the printable page shows it.
 */
export function sheetPdf(sheet: ReportSheet, file: string): Uint8Array {
  const template = readFileSync(file, 'utf8')
  const clean = withTyped(sheet, (text) => text.normalize('NFC').replaceAll(control, ''))
  try {
    return compile(template, clean)
  } catch (error) {
    const boxed = withTyped(clean, (text) => text.replaceAll(unprintable, '□'))
    if (JSON.stringify(boxed) === JSON.stringify(clean)) throw error
    return compile(template, { ...boxed, footer: `${sheet.unprintable} ${sheet.footer}` })
  }
}

/** A compiler for each call, and its cache emptied after, so that one person's words never stay in memory. */
function compile(template: string, sheet: ReportSheet): Uint8Array {
  const compiler = NodeCompiler.create()
  try {
    return compiler.pdf(
      { mainFileContent: template, inputs: { sheet: JSON.stringify(sheet) } },
      { pdfStandard: 'ua-1' },
    )
  } finally {
    compiler.evictCache(0)
  }
}

// Bidirectional overrides and other format characters could make a text read as another one.
const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu

/** Outside what Libertinus Serif surely has: Latin with Vietnamese, basic Greek and Cyrillic, common punctuation. */
const unprintable =
  /[^\n\u0020-\u007e\u00a0-\u017f\u1ea0-\u1ef9\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac□]/gu

const withTyped = (sheet: ReportSheet, change: (text: string) => string): ReportSheet => ({
  ...sheet,
  parts: sheet.parts.map(({ heading, text }) => ({ heading, text: text.split('\n').map(change).join('\n') })),
})
