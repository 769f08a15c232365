// A moment as a person writes it, a date and a time of day where they are, as an exact instant. Reads what a browser's own
// fields send (2026-03-08, 15:30) and what people in the United States type (3/8/2026, 3:30 pm).

import { Temporal } from 'temporal-polyfill'

import { failed, ok, type Result } from '../shared/index.ts'

export type Written = { readonly date: string; readonly time: string }
export type WrongPart = 'date' | 'time'

/** A time that the clock shows twice or leaves out is read as the earlier one, which makes every deadline earlier. */
export function instantOf(written: Written, zone: string): Result<Temporal.Instant, readonly WrongPart[]> {
  const { day, clock } = partsOf(written)
  if (day === undefined || clock === undefined)
    return failed([day === undefined ? ['date' as const] : [], clock === undefined ? ['time' as const] : []].flat())
  return ok(readAs(day, clock, zone, 'earlier'))
}

/** Whether the clocks changed at this very time, so that it was there twice or not at all. */
export function isAtClockChange(written: Written, zone: string): boolean {
  const { day, clock } = partsOf(written)
  if (day === undefined || clock === undefined) return false
  return !readAs(day, clock, zone, 'earlier').equals(readAs(day, clock, zone, 'later'))
}

const partsOf = ({ date, time }: Written) => ({
  day: readDate(date.trim()),
  clock: readTime(time.trim().toLowerCase()),
})

const readAs = (
  day: Temporal.PlainDate,
  clock: Temporal.PlainTime,
  zone: string,
  disambiguation: 'earlier' | 'later',
): Temporal.Instant => day.toPlainDateTime(clock).toZonedDateTime(zone, { disambiguation }).toInstant()

function readDate(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return dateOf(year, month, day)
  const [, monthFirst, dayThen, yearLast] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return yearLast === undefined ? undefined : dateOf(yearLast, monthFirst, dayThen)
}

/** A day that does not exist, such as February 30, is not corrected in silence. */
function dateOf(...[year, month, day]: readonly (string | undefined)[]): Temporal.PlainDate | undefined {
  const parts = { year: Number(year), month: Number(month), day: Number(day) }
  if (parts.year < 1900 || parts.month < 1 || parts.day < 1) return undefined
  const nearest = Temporal.PlainDate.from(parts)
  return nearest.month === parts.month && nearest.day === parts.day ? nearest : undefined
}

function readTime(text: string): Temporal.PlainTime | undefined {
  const [, hours, minutes = '0', half] =
    /^(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?)? ?([ap]\.? ?m\.?)?$/.exec(text) ?? []
  if (hours === undefined || (half === undefined && !text.includes(':'))) return undefined
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (half === undefined) return hour > 23 || minute > 59 ? undefined : new Temporal.PlainTime(hour, minute)
  if (hour < 1 || hour > 12 || minute > 59) return undefined
  return new Temporal.PlainTime((hour % 12) + (half.startsWith('p') ? 12 : 0), minute)
}
