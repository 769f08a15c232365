// One line of `bin/footbridge scan`: a note in, a record out. What is wrong with a line is said with its number; its text never is.

import * as v from 'valibot'

import { languages } from '../knowledge/index.ts'
import type { Finding, Scanner } from '../screening/index.ts'

const note = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  lang: v.optional(v.picklist(languages)),
})

export type LineError = {
  readonly line: number
  readonly file?: string
  readonly error: { readonly code: string; readonly message: string }
}
export type LineFound = {
  readonly id: string | number
  readonly findings: readonly Finding[]
  readonly problems?: readonly string[]
}
export type LineRecord = LineError | LineFound

const wrong: Readonly<Record<string, string>> = {
  'not-utf-8': 'This line is not UTF-8 text. Save the file as UTF-8.',
  'not-json': 'This line is not JSON. Write one note a line: {"id": "1", "text": "..."}.',
  'not-a-note': 'This line needs an "id" (text or number) and a "text"; "lang" is "en", "es" or left out.',
  'too-long': 'This line is longer than 16 MB. Give one note a line.',
}

export function lineError(code: string, line: number, file: string | undefined): LineError {
  return { line, ...(file === undefined ? {} : { file }), error: { code, message: wrong[code] ?? code } }
}

/** JSON.parse, or undefined: no JSON text parses to undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const inRecord = ({
  code,
  assertion,
  temporality,
  experiencer,
  start,
  end,
  text,
  rule,
  because,
}: Finding): Finding => ({
  ...{ code, assertion, temporality, experiencer },
  ...{ start, end, text, rule, because },
})

/** `line` counts from 1. `noteYear`: see ScanOptions. */
export function scanLine(
  text: string,
  line: number,
  file: string | undefined,
  scan: Scanner,
  noteYear: number,
): LineRecord {
  const read = parsed(text)
  if (read === undefined) return lineError('not-json', line, file)
  const given = v.safeParse(note, read)
  if (!given.success) return lineError('not-a-note', line, file)
  const { findings, tooDense } = scan(given.output.text, { language: given.output.lang, noteYear })
  return { id: given.output.id, findings: findings.map(inRecord), ...(tooDense ? { problems: ['too-dense'] } : {}) }
}
