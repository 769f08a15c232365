// The ledger of erasures as text: one JSON line for each person who was erased, ids and times only, between a first line that
// says what it is and a last one with count and digest. A ledger that was cut off would bring people back: it is refused.

import { createHash } from 'node:crypto'

import * as v from 'valibot'

import { failed, isUuid, ok, type Result } from '../../shared/index.ts'

const id = v.pipe(v.string(), v.check(isUuid))
const moment = v.pipe(v.string(), v.isoTimestamp())

const headSchema = v.strictObject({
  format: v.literal('footbridge-erasures'),
  version: v.literal(1),
  madeAt: moment,
})
const erasureSchema = v.strictObject({ center: id, individual: id, erasedAt: moment, erasedBy: id })
const endSchema = v.strictObject({ end: v.number(), sha256: v.string() })

export type Erasure = v.InferOutput<typeof erasureSchema>

export function writeLedger(erasures: readonly Erasure[], now: Date): string {
  const head = { format: 'footbridge-erasures', version: 1, madeAt: now.toISOString() }
  const body = [head, ...erasures].map((line) => `${JSON.stringify(line)}\n`).join('')
  return `${body}${JSON.stringify({ end: erasures.length, sha256: digest(body) })}\n`
}

/** The reason, where it fails, says what is wrong with the file and names nobody. */
export function readLedger(text: string): Result<readonly Erasure[], string> {
  const lines = text.split('\n')
  const [head = '', ...rest] = lines.slice(0, -2)
  if (!v.is(headSchema, parsed(head))) return failed('it is not a list of erasures')
  const end = v.safeParse(endSchema, parsed(lines.at(-2) ?? ''))
  if (!end.success || lines.at(-1) !== '') return failed('its end is missing')
  const body = `${[head, ...rest].join('\n')}\n`
  if (end.output.end !== rest.length || end.output.sha256 !== digest(body)) return failed('its digest does not fit')
  const read = v.safeParse(v.array(erasureSchema), rest.map(parsed))
  return read.success ? ok(read.output) : failed('a line is not an erasure')
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
