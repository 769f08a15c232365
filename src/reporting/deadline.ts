// The deadlines of a duty from the moment somebody learned of the harm. It always says "report now": a law without hours
// is due when it was learned. What hangs on a first report or a request has no date before that, but an earliest one.

import type { Temporal } from 'temporal-polyfill'

import { failed, ok, type Result } from '../shared/index.ts'
import { dueAfter } from './due.ts'
import type { DutyTerm, TimedDuty } from './term.ts'
import { isZone } from './zones.ts'

/** What a date rests on; each has its sentence in content/messages. Every one of them makes the date earlier, not later. */
export const assumptions = ['holidays-count', 'same-time-of-day', 'contact-when-learned', 'start-not-stated'] as const

export type Assumption = (typeof assumptions)[number]

/** `date` and `time` as on a clock there ('2026-03-08', '03:30'), cut to the minute, never rounded up. */
export type LocalTime = {
  readonly date: string
  readonly time: string
  readonly offset: string
  readonly zone: string
}

export type Deadline = DutyTerm & {
  /** Null while it hangs on a first report or a request that has not been made. */
  readonly due: Temporal.Instant | null
  /** `due`, or when it would be due if the first report or the request were made at the moment of learning. */
  readonly earliest: Temporal.Instant
  /** True where a number of hours or days only says when it is late; false: now, at once. */
  readonly outerLimit: boolean
  readonly local: LocalTime
  readonly assumes: readonly Assumption[]
}

export type Deadlines = { readonly first: readonly Deadline[]; readonly written: readonly Deadline[] }

/** `zone`: an IANA name such as America/Chicago, of where the child is. The soonest comes first. */
export function deadline(
  duty: TimedDuty,
  learnedAt: Temporal.Instant,
  zone: string,
): Result<Deadlines, 'unknown-zone'> {
  if (!isZone(zone)) return failed('unknown-zone')
  const all = duty.terms
    .map((term) => ofTerm(term, learnedAt, zone))
    .sort((one, other) => one.earliest.epochMilliseconds - other.earliest.epochMilliseconds)
  return ok({
    first: all.filter(({ what }) => what === 'first'),
    written: all.filter(({ what }) => what === 'written'),
  })
}

function ofTerm(term: DutyTerm, learnedAt: Temporal.Instant, zone: string): Deadline {
  const earliest = dueAfter(term, learnedAt, zone)
  const waits = term.from === 'first-report' || term.from === 'on-request'
  return {
    ...term,
    due: waits ? null : earliest,
    earliest,
    outerLimit: term.kind !== 'at-once',
    local: localTime(earliest, zone),
    assumes: assumedFor(term),
  }
}

function assumedFor({ kind, from }: DutyTerm): readonly Assumption[] {
  const found: readonly (Assumption | false)[] = [
    kind.startsWith('business') && 'holidays-count',
    kind.endsWith('days') && 'same-time-of-day',
    from === 'contact' && 'contact-when-learned',
    from === 'not-stated' && 'start-not-stated',
  ]
  return found.filter((one) => one !== false)
}

export function localTime(instant: Temporal.Instant, zone: string): LocalTime {
  const local = instant.toZonedDateTimeISO(zone)
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' }),
    offset: local.offset,
    zone,
  }
}
