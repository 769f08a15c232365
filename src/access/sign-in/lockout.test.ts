// Guessing slows down, nobody is locked out, and a stranger cannot slow down a person on their own device.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  afterFailure,
  attempted,
  decide,
  decideFor,
  noAttempts,
  succeeded,
  takenBack,
  type Attempts,
  type Visitor,
} from './lockout.ts'

const start = Date.UTC(2026, 10, 24, 9)
const at = (seconds: number): Date => new Date(start + seconds * 1000)
const failures = (count: number): Attempts => ({ failures: count, lastFailure: at(0) })
const newDevice: Visitor = { device: 'new', account: noAttempts, network: noAttempts }
const quarter = 15 * 60

describe('the wait after failures on one counter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
    [10, 900],
    [11, 900],
    [5_000, 900],
  ])('after %i is %i seconds', (count, seconds) => {
    expect(decide(failures(count), at(0))).toEqual(seconds === 0 ? 'go' : { waitSeconds: seconds })
  })

  it('ends to the millisecond, and says whole seconds', () => {
    expect(decide(failures(5), new Date(start + 29_999))).toEqual({ waitSeconds: 1 })
    expect(decide(failures(5), new Date(start + 30_000))).toBe('go')
    expect(decide(failures(5), new Date(start + 1))).toEqual({ waitSeconds: 30 })
  })

  it('is forgotten after fifteen quiet minutes beyond it, not before', () => {
    expect(afterFailure(failures(4), at(quarter - 1)).failures).toBe(5)
    expect(afterFailure(failures(4), at(quarter)).failures).toBe(1)
    expect(afterFailure(failures(11), at(2 * quarter - 1)).failures).toBe(12)
    expect(afterFailure(failures(11), at(2 * quarter)).failures).toBe(1)
  })

  it('never exceeds fifteen minutes, whatever the count and however the clock was set', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -1e9, max: 1e9 }), (count, seconds) => {
        const decision = decide(failures(count), at(seconds))
        if (decision === 'go') return
        expect(decision.waitSeconds).toBeGreaterThan(0)
        expect(decision.waitSeconds).toBeLessThanOrEqual(quarter)
      }),
    )
  })

  it('ends: who waits as told may always try again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 10_000 }), (count, seconds) => {
        const decision = decide(failures(count), at(seconds))
        const wait = decision === 'go' ? 0 : decision.waitSeconds
        expect(decide(failures(count), at(seconds + wait))).toBe('go')
      }),
    )
  })

  it('lets no patience of a guesser make more than nine tries in any fifteen minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 60 }), (pauses) => {
        const tries: number[] = []
        let attempts = noAttempts
        let now = 0
        for (const pause of pauses) {
          const decision = decide(attempts, at(now))
          now += decision === 'go' ? 0 : decision.waitSeconds
          attempts = afterFailure(attempts, at(now))
          tries.push(now)
          now += pause
        }
        const most = Math.max(
          0,
          ...tries.map((from) => tries.filter((one) => one >= from && one < from + quarter).length),
        )
        expect(most).toBeLessThanOrEqual(9)
      }),
      { examples: [[Array.from({ length: 60 }, () => 0)]] },
    )
  })
})

describe('a visitor', () => {
  it('waits for the longer of account and network', () => {
    const visitor = (account: number, network: number): Visitor => ({
      device: 'new',
      account: failures(account),
      network: failures(network),
    })
    expect(decideFor(visitor(6, 5), at(0))).toEqual({ waitSeconds: 60 })
    expect(decideFor(visitor(5, 6), at(0))).toEqual({ waitSeconds: 60 })
    expect(decideFor(visitor(4, 4), at(0))).toBe('go')
  })

  it('on a known device is never delayed by what others fail at', () => {
    const others = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 2_000 })), { maxLength: 100 })
    fc.assert(
      fc.property(others, (steps) => {
        let stranger: Visitor = newDevice
        let now = 0
        for (const [succeeds, seconds] of steps) {
          now += seconds
          stranger = succeeds ? succeeded(attempted(stranger, at(now))) : attempted(stranger, at(now))
          // The counters of all three stand side by side, as they do where they are stored.
          const owner: Visitor = { ...stranger, device: 'known', own: noAttempts }
          expect(decideFor(owner, at(now))).toBe('go')
          expect(decideFor(succeeded(attempted(owner, at(now))), at(now))).toBe('go')
        }
      }),
    )
  })

  it('on a known device is delayed by its own failures', () => {
    let visitor: Visitor = { device: 'known', own: noAttempts }
    for (let round = 0; round < 5; round += 1) visitor = attempted(visitor, at(0))
    expect(decideFor(visitor, at(0))).toEqual({ waitSeconds: 30 })
  })

  it('who succeeds starts again, whatever was before', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.boolean(), (count, known) => {
        const before: Visitor = known
          ? { device: 'known', own: failures(count) }
          : { device: 'new', account: failures(count), network: noAttempts }
        expect(decideFor(succeeded(attempted(before, at(0))), at(0))).toBe('go')
      }),
    )
  })

  it('who succeeds takes back only the one try from a network that failed often', () => {
    const before: Visitor = { device: 'new', account: noAttempts, network: failures(9) }
    const after = succeeded(attempted(before, at(0)))
    expect(after).toEqual({ device: 'new', account: noAttempts, network: failures(9) })
  })
})

describe('a try that was never looked at', () => {
  it('is taken back, and nothing else is', () => {
    const before: Visitor = { device: 'new', account: failures(3), network: failures(7) }
    expect(takenBack(attempted(before, at(60)))).toMatchObject({ account: { failures: 3 }, network: { failures: 7 } })
    expect(takenBack(attempted({ device: 'known', own: failures(2) }, at(60)))).toMatchObject({ own: { failures: 2 } })
  })
})
