// When a term ends, counted from one instant: elapsed hours are exact, days are local dates. Where the law leaves two
// readings open the earlier one is taken, so that a date shown is never too late. `Temporal` knows clocks and month ends.

import { Temporal } from 'temporal-polyfill'

import type { Term } from './term.ts'

type Local = Temporal.ZonedDateTime

/** `zone` must be known; `at-once` ends where it starts. */
export function dueAfter(term: Term, start: Temporal.Instant, zone: string): Temporal.Instant {
  const local = start.toZonedDateTimeISO(zone)
  switch (term.kind) {
    case 'at-once':
      return start
    case 'hours':
      return start.add({ hours: term.hours })
    case 'calendar-days':
      return earlierOf(
        sameTimeOn(local, local.toPlainDate().add({ days: term.days })),
        start.add({ hours: 24 * term.days }),
      )
    case 'business-days':
      return afterBusinessHours(local, Temporal.Duration.from({ hours: 24 * term.days }))
    case 'business-hours':
      return afterBusinessHours(local, Temporal.Duration.from({ hours: term.hours }))
  }
}

const isWeekend = ({ dayOfWeek }: { readonly dayOfWeek: number }): boolean => dayOfWeek > 5

const earlierOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other

/**
 * The same time of day on another date. A time that the clock leaves out that day, or shows twice, is read as the earlier
 * one: 2:30 that does not exist is 1:30. The other reading of "days", 24 hours each, is taken where it ends before this one.
 */
const sameTimeOn = (start: Local, date: Temporal.PlainDate): Temporal.Instant =>
  date.toPlainDateTime(start.toPlainTime()).toZonedDateTime(start.timeZoneId, { disambiguation: 'earlier' }).toInstant()

/**
 * The clock stands still from Saturday 0:00 to Monday 0:00, local time. A business day is 24 such hours: what was learned on
 * Friday at 3 is due on Monday at 3, what was learned on the weekend when Monday ends; so nobody who learns later is due earlier.
 */
function afterBusinessHours(start: Local, hours: Temporal.Duration): Temporal.Instant {
  let [at, left] = [start, hours]
  for (;;) {
    const midnight = at.add({ days: 1 }).startOfDay()
    const today = at.until(midnight, { largestUnit: 'hours' })
    if (!isWeekend(at)) {
      if (Temporal.Duration.compare(left, today) <= 0) return beforeMidnight(at.add(left))
      left = left.subtract(today)
    }
    at = midnight
  }
}

/** What ends with Friday ends on Friday: Saturday 0:00 would read as a day later. */
const beforeMidnight = (end: Local): Temporal.Instant =>
  (end.equals(end.startOfDay()) ? end.subtract({ nanoseconds: 1 }) : end).toInstant()
