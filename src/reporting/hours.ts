// When a line with limited hours answers, by the clock of its own place. Hours of two pages, not a promise: holidays are
// not known, and where the source names no zone a line counts as open only when it is open in every zone of its place.

import type { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'

import { source } from './directory-files.ts'
import { jurisdictionCodes } from './jurisdiction.ts'

const zones = new Set(Intl.supportedValuesOf('timeZone'))
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

const span = v.pipe(
  v.strictObject({
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1)),
    from: clock,
    to: clock,
  }),
  v.check(({ from, to }) => from < to, 'a span ends on its own day, after it began'),
)

export const openingHours = v.strictObject({
  line: v.picklist(jurisdictionCodes),
  /** Null where the hours hold for all numbers of the line. */
  phone: v.nullable(v.string()),
  zones: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.check((zone) => zones.has(zone), 'not a time zone'),
      ),
    ),
    v.minLength(1),
  ),
  weekly: v.nullable(v.pipe(v.array(span), v.minLength(1))),
  source,
  confidence: v.literal('two-sources'),
})

export type OpeningHours = v.InferOutput<typeof openingHours>

export type Open = 'open' | 'closed' | 'unknown'

/** 'unknown' when the source gives no clock times, or when the zones of the place differ in the answer. */
export function isOpen({ zones, weekly }: OpeningHours, now: Temporal.Instant): Open {
  if (weekly === null) return 'unknown'
  const answers = zones.map((zone) => weekly.some((span) => holds(span, now.toZonedDateTimeISO(zone))))
  if (answers.every(Boolean)) return 'open'
  return answers.some(Boolean) ? 'unknown' : 'closed'
}

/** Open from the first minute, shut at the last. */
function holds({ days, from, to }: v.InferOutput<typeof span>, local: Temporal.ZonedDateTime): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return days.includes(local.dayOfWeek) && from <= time && time < to
}
