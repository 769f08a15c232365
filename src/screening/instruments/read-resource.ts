// Reads a resource from unknown. What is wrong becomes words that name the place and never quote what stands there.

import * as v from 'valibot'

/** Deeper than any form that people fill in; the reader calls itself for each level. */
const deepest = 100

export type Read<Resource> =
  { readonly ok: true; readonly resource: Resource } | { readonly ok: false; readonly why: string }

export function readResource<Schema extends v.GenericSchema>(
  schema: Schema,
  given: unknown,
): Read<v.InferOutput<Schema>> {
  if (isTooDeep(given, deepest)) return { ok: false, why: 'it is nested too deeply' }
  const read = v.safeParse(schema, given, { abortEarly: true })
  return read.success ? { ok: true, resource: read.output } : { ok: false, why: inWords(read.issues[0]) }
}

const isTooDeep = (given: unknown, left: number): boolean =>
  typeof given === 'object' &&
  given !== null &&
  (left === 0 || Object.values(given).some((part) => isTooDeep(part, left - 1)))

/** 'item, entry 2, linkId is missing'; entries are counted from 1, as people do. */
function inWords({ path, received }: v.BaseIssue<unknown>): string {
  const keys = (path ?? []).map(({ key }) => (typeof key === 'number' ? `entry ${key + 1}` : String(key)))
  const place = keys.join(', ')
  return `${place === '' ? 'it' : place} ${received === 'undefined' ? 'is missing' : 'has another shape than expected'}`
}
