// Typesets a template of content/documents as an accessible PDF (PDF/UA-1, checked by Typst when it compiles). What it
// shows travels as data, never as markup, so nothing that a person types can change the document.

import { readFileSync } from 'node:fs'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * Compiles the template at `file` with `inputs` (sys.inputs; values are JSON). Returns the bytes of the PDF; nothing is
 * written to disk. Throws when a character is in none of the built-in fonts: see `boxed`.
 * A compiler for each call, and its cache emptied after, so that one person's words never stay in memory.
 */
export function typeset(file: string, inputs: Readonly<Record<string, string>>): Uint8Array {
  const compiler = NodeCompiler.create()
  try {
    return compiler.pdf({ mainFileContent: readFileSync(file, 'utf8'), inputs: { ...inputs } }, { pdfStandard: 'ua-1' })
  } finally {
    compiler.evictCache(0)
  }
}

/** Without control characters: bidirectional overrides and the like could make a text read as another one. */
export const withoutControls = (text: string): string => text.normalize('NFC').replaceAll(control, '')

/** PDF/UA refuses a character that the built-in fonts do not have (Chinese, emoji): such a character becomes a box. */
export const boxed = (text: string): string => text.replaceAll(unprintable, '□')

const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu

/** Outside what Libertinus Serif surely has: Latin with Vietnamese, basic Greek and Cyrillic, common punctuation. */
const unprintable =
  /[^\n\u0020-\u007e\u00a0-\u017f\u1ea0-\u1ef9\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac□]/gu
