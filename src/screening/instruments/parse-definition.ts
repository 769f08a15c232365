// Reads the scoring of an instrument from unknown, as YAML or JSON gives it. Its author is told what to put right.

import * as v from 'valibot'

import { scoringDefinitionSchema, type ScoringDefinition } from './definition.ts'

export type ParsedDefinition =
  { readonly ok: true; readonly definition: ScoringDefinition } | { readonly ok: false; readonly why: string }

export function parseScoringDefinition(given: unknown): ParsedDefinition {
  const read = v.safeParse(scoringDefinitionSchema, given, { abortPipeEarly: true })
  return read.success ? { ok: true, definition: read.output } : { ok: false, why: read.issues.map(inWords).join('; ') }
}

function inWords({ path, expected, received, message }: v.BaseIssue<unknown>): string {
  const place = (path ?? []).map(({ key }) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ')
  return [place, sentence(expected, received, message)].filter((part) => part !== '').join(': ')
}

function sentence(expected: string | null, received: string, message: string): string {
  if (expected === 'never') return 'is not known here; look for a slip in the name'
  return received === 'undefined' ? 'is missing' : message
}
