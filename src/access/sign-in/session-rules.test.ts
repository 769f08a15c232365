// The limits of a session to the millisecond, by a clock that the test holds.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cookieFor, cookieName, endedCookie } from './session-cookie.ts'
import { endsAt, needsRecheck, needsStepUp, sessionState, sessionTimes, warnAt, type Session } from './session-rules.ts'

const start = Date.UTC(2026, 10, 24, 9)
const minute = 60_000
const hour = 60 * minute
const at = (ms: number): Date => new Date(start + ms)

const fresh: Session = { createdAt: at(0), lastSeenAt: at(0), steppedUpAt: at(0), mode: 'usual', endedAt: null }
const review: Session = { ...fresh, mode: 'case-review' }
const busy = (session: Session, lastSeen: number): Session => ({ ...session, lastSeenAt: at(lastSeen) })

describe('a session', () => {
  it.each([
    ['at once', fresh, 0, 'open'],
    ['just before 15 quiet minutes', fresh, 15 * minute - 1, 'open'],
    ['at 15 quiet minutes', fresh, 15 * minute, 'idle'],
    ['just before 3 quiet hours of a case review', review, 3 * hour - 1, 'open'],
    ['at 3 quiet hours of a case review', review, 3 * hour, 'idle'],
    ['just before 12 hours, still busy', busy(fresh, 12 * hour - 2), 12 * hour - 1, 'open'],
    ['at 12 hours, still busy', busy(fresh, 12 * hour - 1), 12 * hour, 'over'],
    ['at 12 hours of a case review, still busy', busy(review, 12 * hour - 1), 12 * hour, 'over'],
    ['both idle and over', fresh, 13 * hour, 'over'],
    ['ended by a person', { ...fresh, endedAt: at(1) }, 2, 'ended'],
    ['ended by a person, long ago', { ...fresh, endedAt: at(1) }, 13 * hour, 'ended'],
    ['with a clock that was set back', fresh, -hour, 'open'],
  ] as const)('%s', (_, session, ms, state) => {
    expect(sessionState(session, at(ms))).toBe(state)
  })

  it('warns two minutes before its end, be that by quiet or by its twelve hours', () => {
    expect(warnAt(fresh)).toEqual(at(13 * minute))
    expect(warnAt(review)).toEqual(at(3 * hour - 2 * minute))
    expect(warnAt(busy(fresh, 12 * hour - minute))).toEqual(at(12 * hour - 2 * minute))
  })

  it('is open before its end and never after it, and once not open stays so while nobody clicks', () => {
    const times = fc.record({
      seen: fc.nat({ max: 13 * hour }),
      quiet: fc.nat({ max: 14 * hour }),
      review: fc.boolean(),
    })
    fc.assert(
      fc.property(times, ({ seen, quiet, review: inReview }) => {
        const session = busy(inReview ? review : fresh, seen)
        const now = at(seen + quiet)
        expect(sessionState(session, now) === 'open').toBe(now < endsAt(session))
        expect(sessionState(session, endsAt(session))).not.toBe('open')
        expect(sessionState(session, new Date(endsAt(session).getTime() - 1))).toBe('open')
      }),
    )
  })

  it('never outlives twelve hours, however often somebody clicks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 * hour - 1 }), { maxLength: 40 }), (clicks) => {
        let session = review
        let now = 0
        for (const pause of clicks) {
          now += pause
          if (sessionState(session, at(now)) === 'open') session = busy(session, now)
        }
        expect(session.lastSeenAt.getTime()).toBeLessThan(start + sessionTimes.absolute)
        expect(endsAt(session).getTime()).toBeLessThanOrEqual(start + sessionTimes.absolute)
      }),
    )
  })

  it('wants one tap in a case review after 15 quiet minutes, and never otherwise', () => {
    expect(needsRecheck(review, at(15 * minute - 1))).toBe(false)
    expect(needsRecheck(review, at(15 * minute))).toBe(true)
    expect(needsRecheck(review, at(3 * hour - 1))).toBe(true)
    expect(needsRecheck(review, at(3 * hour))).toBe(false)
    expect(needsRecheck(fresh, at(14 * minute))).toBe(false)
    expect(needsRecheck({ ...review, endedAt: at(1) }, at(20 * minute))).toBe(false)
  })

  it('takes a proof as fresh for five minutes', () => {
    expect(needsStepUp({ ...fresh, steppedUpAt: null }, at(0))).toBe(true)
    expect(needsStepUp(fresh, at(5 * minute - 1))).toBe(false)
    expect(needsStepUp(fresh, at(5 * minute))).toBe(true)
    expect(needsStepUp(fresh, at(-5 * minute))).toBe(true)
  })
})

describe('the cookie of a session', () => {
  it('over https is bound to the host, the whole site and no script', () => {
    expect(cookieFor('a-token_0', { secure: true })).toBe(
      '__Host-footbridge=a-token_0; Path=/; HttpOnly; SameSite=Lax; Secure',
    )
  })

  it('on plain localhost has neither the prefix nor Secure', () => {
    expect(cookieFor('a-token_0', { secure: false })).toBe('footbridge=a-token_0; Path=/; HttpOnly; SameSite=Lax')
    expect([cookieName({ secure: true }), cookieName({ secure: false })]).toEqual(['__Host-footbridge', 'footbridge'])
  })

  it('is taken away with the same attributes', () => {
    expect(endedCookie({ secure: true })).toBe('__Host-footbridge=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
  })

  it('carries base64url and nothing that could add an attribute', () => {
    for (const token of ['', 'a; Domain=example', 'a\r\nSet-Cookie: b=c', 'a=b'])
      expect(() => cookieFor(token, { secure: true })).toThrow(RangeError)
  })
})
