// What a center found when it called the numbers of the directory. A right answer holds for 90 days; a wrong one hides the
// number everywhere until a later call says otherwise, for a wrong number is worse than none.

import { Temporal } from 'temporal-polyfill'

import type { CalledNumber } from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'

/** The latest call to each number, by its digits. */
export type Calls = ReadonlyMap<string, CalledNumber>

/** How long a call or a confirmation holds, in days (design section 7, 11; research of 2026-11-22, section 0.1). */
export const daysOfTrust = 90

/**
 * Of two calls on one day the wrong one counts. Throws a Problem for 911 and 988, which nobody tries out, and for a number
 * that is none of `shown`: a slip would leave the number that was meant as it is, with nobody knowing.
 */
export function latestCalls(called: readonly CalledNumber[], shown: readonly string[]): Calls {
  const known = new Set(shown.map(digitsOf))
  const calls = new Map<string, CalledNumber>()
  for (const [at, call] of called.entries()) {
    const digits = digitsOf(call.number)
    if (digits.length < 4) throw wrongEntry(at, `${call.number} is not called to try it out`)
    if (!known.has(digits)) throw wrongEntry(at, `no line has the number ${call.number}`)
    const before = calls.get(digits)
    if (before === undefined || counts(call, before)) calls.set(digits, call)
  }
  return calls
}

const wrongEntry = (at: number, what: string): Problem =>
  new Problem('content-wrong', { why: `center/called.yaml: entry ${at + 1}: ${what}.` })

const counts = (call: CalledNumber, before: CalledNumber): boolean =>
  call.on > before.on || (call.on === before.on && call.answered === 'wrong')

type WithCalls = { readonly calls: Calls }

export const wasWrong = ({ calls }: WithCalls, number: string): boolean =>
  calls.get(digitsOf(number))?.answered === 'wrong'

/** The day of the latest right answer, or null when nobody called or the answer was wrong. */
export function calledOn({ calls }: WithCalls, number: string): string | null {
  const call = calls.get(digitsOf(number))
  return call?.answered === 'right' ? call.on : null
}

/**
 * Whether the day lies in the last 90. A day in the future is refused at start (knowledge/center.ts); up to a week of it
 * counts here, as a copy for any host is made as on the Tuesday before.
 */
export function isRecent(day: string, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const age = Temporal.PlainDate.from(day).until(today, { largestUnit: 'day' }).days
  return age >= -7 && age <= daysOfTrust
}

/** Without the 1 of the country, so that '1-800-252-5400' and '(800) 252 5400' are one number. */
const digitsOf = (number: string): string => number.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
