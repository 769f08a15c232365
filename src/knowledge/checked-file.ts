// Reads one file of content/ or of a center and checks its shape; whatever is wrong becomes one sentence that names the
// file and the entry.

import { readFileSync } from 'node:fs'

import * as v from 'valibot'
import { parse } from 'yaml'

import { Problem } from '../shared/index.ts'

/** Throws a Problem that names the file when it is missing, cannot be read or has the wrong shape. */
export function checked<Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, read(file), { abortPipeEarly: true })
  if (!result.success) throw new Problem('content-wrong', { why: `${file}: ${inWords(result.issues)}.` })
  return result.output
}

// YAML is a superset of JSON, but its parser is slow on long files: each kind has its own.
export function read(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  return readable(file, () => (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as unknown)
}

/** What `parsing` gives; its complaint becomes a Problem that names the file. */
export function readable(file: string, parsing: () => unknown): unknown {
  try {
    return parsing()
  } catch (cause) {
    const where = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''
    throw new Problem('content-wrong', { why: `${file} cannot be read: ${where.replace(/:$/, '')}.` }, cause)
  }
}

/** 'offices, entry 2, confirmed_on: the day 2026-06-31 does not exist'; entries are counted from 1, as people do. */
export const inWords = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => [placeOf(issue), sentenceOf(issue)].filter((part) => part !== '').join(': ')).join('; ')

/** Valibot's own words for the two commonest slips are for programmers. */
function sentenceOf({ expected, received, message }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'is not known here; look for a slip in the name'
  return received === 'undefined' ? 'is missing' : message
}

const placeOf = ({ path }: v.BaseIssue<unknown>): string =>
  (path ?? []).map(({ key }) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ')
