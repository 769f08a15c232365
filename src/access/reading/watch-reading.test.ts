// Unusual reading: thirty different cases within an hour are reported once, within five minutes; a week of ordinary work is not.
// Real database; the clock is handed in.

import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { hoursBefore, plantReads, type Read } from '../../../tests/access/reading-stage.ts'
import { asService, castCenters, castPeople, centers, personOf, signedInAs } from '../../../tests/cast.ts'
import { freshDatabase, type Fresh } from '../../../tests/database/databases.ts'
import { personId, type PersonId } from '../../shared/index.ts'
import { findBusyReaders } from './alert-queries.ts'
import { listAlerts, reportUnusualReading, unusual, watchReading } from './index.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  await castPeople(fresh.database)
})
afterAll(() => fresh.close())

const center = centers.riverbend.id
const minute = 60_000
const somebody = (): PersonId => personId(randomUUID())
const report = (now = new Date()) => reportUnusualReading({ database: fresh.database, center, now: () => now })

const spread = (person: PersonId, cases: number, within: number, more: Partial<Read> = {}): readonly Read[] =>
  Array.from({ length: cases }, (_, at) => ({
    person,
    case: randomUUID(),
    at: new Date(Date.now() - within + (at * (within - 1000)) / cases),
    ...more,
  }))

describe('unusual reading', () => {
  it('is thirty different cases within an hour, and is reported once', async () => {
    const ines = personOf('ines')
    await plantReads(fresh, center, spread(ines, 30, 59 * minute))
    expect(await report()).toEqual([ines])
    expect(await report()).toEqual([])
    await plantReads(fresh, center, spread(ines, 5, minute))
    expect(await report()).toEqual([])
    const alerts = await listAlerts(fresh.database, signedInAs('priya'))
    expect(alerts).toMatchObject([{ reason: 'unusual-reading', person: ines, name: 'Ines Park', case: null }])
  })

  it.each<[string, () => readonly Read[]]>([
    ['29 cases', () => spread(personOf('cole'), 29, 59 * minute)],
    ['one case a hundred times', () => spread(somebody(), 100, 59 * minute, { case: randomUUID() })],
    ['thirty cases in more than an hour', () => spread(somebody(), 30, 70 * minute)],
    ['thirty entries that are no reading', () => spread(somebody(), 30, minute, { event: 'task-done' })],
    ['what the service does', () => spread(somebody(), 40, minute, { person: null })],
  ])('is not %s', async (_, reads) => {
    await plantReads(fresh, center, reads())
    expect(await report()).toEqual([])
  })

  it('counts notes and revealed fields as well as cases', async () => {
    const person = somebody()
    await plantReads(fresh, center, [
      ...spread(person, 10, 50 * minute),
      ...spread(person, 10, 50 * minute, { event: 'note-seen' }),
      ...spread(person, 10, 50 * minute, { event: 'field-revealed' }),
    ])
    expect(await report()).toEqual([person])
  })

  it.each([
    [1.1, 1],
    [0.9, 0],
  ])(
    'is reported again when it goes on, but not within an hour: %d hours after the last time',
    async (hours, times) => {
      const person = somebody()
      const at = hoursBefore(hours, new Date())
      await plantReads(fresh, center, [
        { person: null, at, event: 'alert-raised', reason: 'unusual-reading', subject: person },
        ...spread(person, 30, 50 * minute),
      ])
      expect(await report()).toEqual(Array(times).fill(person))
    },
  )

  it('of one center is no matter of the other', async () => {
    await plantReads(fresh, centers.highdesert.id, spread(somebody(), 60, minute))
    expect(await report()).toEqual([])
  })

  it('is reported once where several machines watch at the same moment', async () => {
    const person = somebody()
    await plantReads(fresh, center, spread(person, 31, minute))
    const reported = await Promise.all(Array.from({ length: 6 }, () => report()))
    expect(reported.flat()).toEqual([person])
  })

  it('is known to the privacy officer within five minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const person = personOf('carmen')
    const lines: string[] = []
    const stop = watchReading({
      database: fresh.database,
      center,
      now: () => new Date(),
      log: (line) => lines.push(line),
    })
    try {
      const known = async () =>
        (await listAlerts(fresh.database, signedInAs('priya'))).some((alert) => alert.person === person)
      await plantReads(fresh, center, spread(person, 30, minute))
      expect(await known()).toBe(false)
      vi.advanceTimersByTime(5 * minute)
      await vi.waitFor(async () => expect(await known()).toBe(true), { timeout: 5000, interval: 50 })
    } finally {
      stop()
      vi.useRealTimers()
    }
    expect(lines).toEqual([])
  })

  it('a watch that fails says so without what it read, and looks again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const lines: string[] = []
    const broken = { transactAs: () => Promise.reject(new TypeError('Maya Rivera')) }
    const stop = watchReading({ database: broken, center, now: () => new Date(), log: (line) => lines.push(line) })
    await vi.advanceTimersByTimeAsync(2 * minute)
    stop()
    await vi.advanceTimersByTimeAsync(2 * minute)
    vi.useRealTimers()
    expect(lines).toEqual(Array(2).fill('unusual reading: TypeError; looked at again in a minute'))
  })
})

/** How somebody works: how many different cases a day, in how many sittings, and how long a glance takes. */
type Profile = { readonly cases: number; readonly sittings: number; readonly minutes: number; readonly again: number }

/** From an advocate with four cases a day to a coordinator who prepares and leads a review of 24 cases in a sitting of two hours. */
const aProfile: fc.Arbitrary<Profile> = fc.oneof(
  fc.record({
    cases: fc.integer({ min: 3, max: 9 }),
    sittings: fc.constant(4),
    minutes: fc.constant(9),
    again: fc.nat(6),
  }),
  fc.record({
    cases: fc.integer({ min: 6, max: 15 }),
    sittings: fc.constant(3),
    minutes: fc.constant(5),
    again: fc.nat(4),
  }),
  fc.record({
    cases: fc.integer({ min: 12, max: 24 }),
    sittings: fc.constant(1),
    minutes: fc.constant(4),
    again: fc.nat(3),
  }),
)

const monday = new Date('2026-10-05T14:00:00Z')
const day = 24 * 60 * minute

/** Five working days from nine to five: sittings spread over the day, a case a few minutes, some opened again. */
const weekOf = (person: PersonId, { cases, sittings, minutes, again }: Profile): readonly Read[] => {
  const known = Array.from({ length: 40 }, () => randomUUID())
  return [0, 1, 2, 3, 4].flatMap((weekday) =>
    Array.from({ length: cases }, (_, at) => {
      const sitting = at % sittings
      const start = monday.getTime() + weekday * day + (sitting * 8 * 60 * minute) / sittings
      const seen = new Date(start + Math.floor(at / sittings) * minutes * minute)
      const one = known[(weekday * cases + at) % known.length] ?? ''
      return Array.from({ length: again + 1 }, () => ({ person, case: one, at: seen }))
    }).flat(),
  )
}

describe('thirty people at work for a week', () => {
  it('raise at most one alert, whoever they are', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aProfile, { minLength: 30, maxLength: 30 }), async (profiles) => {
        await fresh.database.asOwner(async (trx) => {
          await sql`alter table audit_entries no force row level security`.execute(trx)
          await sql`delete from audit_entries`.execute(trx)
          await sql`alter table audit_entries force row level security`.execute(trx)
        })
        await plantReads(
          fresh,
          center,
          profiles.flatMap((profile) => weekOf(somebody(), profile)),
        )
        expect((await reportedIn(monday.getTime(), 5)).size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 5 },
    )
  })

  it('do not hide somebody who looks through thirty cases on one of these days', async () => {
    const snooper = somebody()
    const evening = new Date(monday.getTime() + 2 * day + 3 * 60 * minute)
    await plantReads(
      fresh,
      center,
      Array.from({ length: 30 }, (_, at) => ({
        person: snooper,
        case: randomUUID(),
        at: new Date(evening.getTime() + at * minute),
      })),
    )
    expect([...(await reportedIn(monday.getTime(), 5))]).toContain(snooper)
  })
})

/** Everybody whom the watch would have found, had it looked each ten minutes of these days. */
async function reportedIn(start: number, days: number): Promise<ReadonlySet<PersonId>> {
  const found = new Set<PersonId>()
  await fresh.database.transactAs(asService, async (trx) => {
    for (let weekday = 0; weekday < days; weekday++)
      for (let at = 0; at <= 10 * 60; at += 10) {
        const until = new Date(start + weekday * day + at * minute)
        const since = new Date(until.getTime() - unusual.withinMs)
        for (const { person } of await findBusyReaders(trx, center, { since, until, least: unusual.cases }))
          found.add(person)
      }
  })
  return found
}
