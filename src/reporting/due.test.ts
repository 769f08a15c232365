// Ends of terms, over clock changes and month ends, against slow obvious counting; and the earlier of two readings.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { directory } from '../../tests/home.ts'
import { dueAfter, instantOf, jurisdictionCodes, zonesOf } from './index.ts'

const zones = [...new Set(jurisdictionCodes.flatMap((code) => zonesOf(directory, code)))]
const zone = fc.constantFrom(...zones)
const minutes = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 60_000, max: Date.parse(to) / 60_000 })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
const anyTime = minutes('2020-01-01T00:00Z', '2040-01-01T00:00Z')
/** The days around the changes of the clock in spring and fall of 2026, and of the end of February in a leap year. */
const hardTime = fc.oneof(
  minutes('2026-03-05T00:00Z', '2026-03-11T00:00Z'),
  minutes('2026-10-29T00:00Z', '2026-11-04T00:00Z'),
  minutes('2028-02-24T00:00Z', '2028-03-02T00:00Z'),
)
const time = fc.oneof(anyTime, hardTime)
const wholeHour = time.map((at) => at.round({ smallestUnit: 'hour', roundingMode: 'floor' }))
const hours = fc.integer({ min: 1, max: 240 })
const days = fc.integer({ min: 1, max: 20 })

const local = (at: Temporal.Instant, where: string) => at.toZonedDateTimeISO(where)
const onWeekday = (at: Temporal.Instant, where: string): boolean => local(at, where).dayOfWeek <= 5
const notAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) <= 0
const secondsBetween = (one: Temporal.Instant, other: Temporal.Instant): number =>
  (other.epochMilliseconds - one.epochMilliseconds) / 1000

/** Walks on hour by hour and counts those that begin on a weekday. */
function hourByHour(start: Temporal.Instant, count: number, where: string): Temporal.Instant {
  let [at, left] = [start, count]
  while (left > 0) {
    if (onWeekday(at, where)) left -= 1
    at = at.add({ hours: 1 })
  }
  return at
}

/** Midnight at the end of a day is the last moment of that day. */
const ofTheDay = (at: Temporal.Instant, where: string): Temporal.Instant =>
  local(at, where).equals(local(at, where).startOfDay()) ? at.subtract({ nanoseconds: 1 }) : at

describe('hours', () => {
  it('are elapsed time, whatever the clock on the wall does', () => {
    fc.assert(
      fc.property(time, hours, zone, (start, count, where) => {
        expect(secondsBetween(start, dueAfter({ kind: 'hours', hours: count }, start, where))).toBe(count * 3600)
      }),
    )
  })
})

describe('at once', () => {
  it('is due when it was learned', () => {
    fc.assert(fc.property(time, zone, (start, where) => dueAfter({ kind: 'at-once' }, start, where).equals(start)))
  })
})

describe('calendar days', () => {
  it('are never later than any other reading', () => {
    fc.assert(
      fc.property(time, days, zone, (start, count, where) => {
        const due = dueAfter({ kind: 'calendar-days', days: count }, start, where)
        const date = local(start, where).toPlainDate().add({ days: count })
        const clock = local(start, where).toPlainTime()
        const readings = [
          start.add({ hours: 24 * count }),
          ...(['earlier', 'later', 'compatible'] as const).map((disambiguation) =>
            date.toPlainDateTime(clock).toZonedDateTime(where, { disambiguation }).toInstant(),
          ),
          date.add({ days: 1 }).toZonedDateTime(where).toInstant(),
        ]
        expect(readings.every((reading) => notAfter(due, reading))).toBe(true)
        expect(readings.some((reading) => reading.equals(due))).toBe(true)
      }),
    )
  })

  it('end on the day of the calendar, over the end of a month', () => {
    const due = (start: string, count: number) =>
      local(
        dueAfter(
          { kind: 'calendar-days', days: count },
          Temporal.PlainDateTime.from(start).toZonedDateTime('America/Chicago').toInstant(),
          'America/Chicago',
        ),
        'America/Chicago',
      )
        .toPlainDateTime()
        .toString()
    expect(due('2028-02-27T10:15', 5)).toBe('2028-03-03T10:15:00')
    expect(due('2027-02-26T10:15', 5)).toBe('2027-03-03T10:15:00')
    expect(due('2026-12-29T23:59', 5)).toBe('2027-01-03T23:59:00')
  })

  it('end before the hour that the clock leaves out', () => {
    const start = Temporal.ZonedDateTime.from('2026-03-03T02:30[America/New_York]').toInstant()
    const due = dueAfter({ kind: 'calendar-days', days: 5 }, start, 'America/New_York')
    expect(local(due, 'America/New_York').toString()).toBe('2026-03-08T01:30:00-05:00[America/New_York]')
  })
})

describe('business hours and days', () => {
  it('are those of slow counting, and end on a weekday', () => {
    fc.assert(
      fc.property(wholeHour, hours, zone, (start, count, where) => {
        const due = dueAfter({ kind: 'business-hours', hours: count }, start, where)
        expect(due.toString()).toBe(ofTheDay(hourByHour(start, count, where), where).toString())
        expect(onWeekday(due, where)).toBe(true)
      }),
    )
  })

  it('are 24 hours to the day: the same time of day, so many weekdays later', () => {
    fc.assert(
      fc.property(wholeHour, days, zone, (start, count, where) => {
        const due = dueAfter({ kind: 'business-days', days: count }, start, where)
        expect(due.toString()).toBe(ofTheDay(hourByHour(start, 24 * count, where), where).toString())
        expect(onWeekday(due, where)).toBe(true)
        const sameHour = local(due, where).hour === local(start, where).hour
        if (onWeekday(start, where) && local(start, where).hour !== 0) expect(sameHour).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('count minute by minute too', () => {
    let [at, left] = [Temporal.ZonedDateTime.from('2026-10-30T17:23[America/New_York]'), 30 * 60]
    const start = at.toInstant()
    for (; left > 0; at = at.add({ minutes: 1 })) if (at.dayOfWeek <= 5) left -= 1
    const due = dueAfter({ kind: 'business-hours', hours: 30 }, start, 'America/New_York')
    expect(due.toString()).toBe(at.toInstant().toString())
  })

  it('begin on Monday when it was learned on a weekend', () => {
    const saturday = Temporal.ZonedDateTime.from('2026-11-21T09:00[America/Chicago]').toInstant()
    const due = local(dueAfter({ kind: 'business-hours', hours: 72 }, saturday, 'America/Chicago'), 'America/Chicago')
    expect(due.toString()).toBe('2026-11-25T23:59:59.999999999-06:00[America/Chicago]')
  })
})

describe('who learns later', () => {
  const terms = fc.oneof(
    fc.record({ kind: fc.constantFrom('hours' as const, 'business-hours' as const), hours }),
    fc.record({ kind: fc.constant('business-days' as const), days }),
  )
  const more = fc.integer({ min: 0, max: 5000 })

  it('is never due earlier', () => {
    fc.assert(
      fc.property(time, more, terms, zone, (start, minutesMore, term, where) => {
        const later = dueAfter(term, start.add({ minutes: minutesMore }), where)
        expect(notAfter(dueAfter(term, start, where), later)).toBe(true)
      }),
    )
  })

  // 1:50 and 2:10 of one day come out as 1:50 and 1:10 of a day that has no 2:10.
  it('is never due earlier in calendar days, but by the hour that the clock leaves out', () => {
    fc.assert(
      fc.property(time, more, days, zone, (start, minutesMore, count, where) => {
        const term = { kind: 'calendar-days' as const, days: count }
        const later = dueAfter(term, start.add({ minutes: minutesMore }), where)
        const due = dueAfter(term, start, where)
        if (!notAfter(due, later)) {
          expect(secondsBetween(later, due)).toBeLessThan(3600)
          expect(local(later, where).toPlainDate().toString()).toMatch(/-03-\d\d$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a moment as people write it', () => {
  const read = (date: string, clock: string, where = 'America/Chicago') => {
    const found = instantOf({ date, time: clock }, where)
    return found.ok ? local(found.value, where).toPlainDateTime().toString() : found.reason
  }

  it.each([
    ['2026-03-08', '15:30', '2026-03-08T15:30:00'],
    ['3/8/2026', '3:30 pm', '2026-03-08T15:30:00'],
    ['03-08-2026', '3 p.m.', '2026-03-08T15:00:00'],
    ['2028-02-29', '12:05 am', '2028-02-29T00:05:00'],
    ['2026-01-31', '12:00 PM', '2026-01-31T12:00:00'],
    // The clock goes from 2:00 to 3:00.
    ['2026-03-08', '02:30', '2026-03-08T01:30:00'],
  ])('%s at %s is %s', (date, clock, wanted) => {
    expect(read(date, clock)).toBe(wanted)
  })

  it.each([
    ['', '', ['date', 'time']],
    ['2026-02-30', '10:00', ['date']],
    ['2026-13-01', '10:00', ['date']],
    ['yesterday', '10:00', ['date']],
    ['3/8/26', '10:00', ['date']],
    ['2026-03-08', '25:00', ['time']],
    ['2026-03-08', '13:00 pm', ['time']],
    ['2026-03-08', '9', ['time']],
  ])('%s at %s is refused: %j', (date, clock, wrong) => {
    expect(read(date, clock)).toEqual(wrong)
  })
})
