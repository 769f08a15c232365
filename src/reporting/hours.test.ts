// The clock of lines with limited hours: by the zone of their place, over the change to summer time and back.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

import { directory } from '../../tests/home.ts'
import { openingHours } from './hours.ts'
import { isOpen, type OpeningHours } from './index.ts'

const hoursOf = (code: 'ND' | 'SD' | 'WY'): OpeningHours => {
  const { opening } = directory.lines[code]
  if (opening === null) throw new Error(`no hours of ${code}`)
  return opening
}

const at = (moment: string): Temporal.Instant => Temporal.Instant.from(moment)

describe('isOpen', () => {
  it.each([
    ['a Tuesday at noon', '2026-11-24T12:00-06:00', 'open'],
    ['the first minute', '2026-11-24T08:00-06:00', 'open'],
    ['a second before', '2026-11-24T07:59:59-06:00', 'closed'],
    ['the last second', '2026-11-24T16:59:59-06:00', 'open'],
    ['the hour of closing', '2026-11-24T17:00-06:00', 'closed'],
    ['Friday evening', '2026-11-27T18:00-06:00', 'closed'],
    ['Saturday noon', '2026-11-28T12:00-06:00', 'closed'],
    ['Sunday noon', '2026-11-29T12:00-06:00', 'closed'],
    ['Monday by universal time, still Sunday there', '2026-11-30T01:00Z', 'closed'],
    ['Friday before summer time began', '2026-03-06T14:00Z', 'open'],
    ['the same hour before, an hour too early then', '2026-03-06T13:00Z', 'closed'],
    ['the same hour after, open then', '2026-03-09T13:00Z', 'open'],
    ['Monday after summer time ended', '2026-11-02T13:30Z', 'closed'],
  ] as const)('North Dakota, %s (%s): %s', (_when, moment, answer) => {
    expect(isOpen(hoursOf('ND'), at(moment))).toBe(answer)
  })

  it.each([
    ['open in both zones', '2026-11-24T12:00-06:00', 'open'],
    ['eight in the east, seven in the west', '2026-11-24T08:30-06:00', 'unknown'],
    ['five in the east, four in the west', '2026-11-24T17:30-06:00', 'unknown'],
    ['closed in both', '2026-11-24T19:00-06:00', 'closed'],
  ] as const)('South Dakota, %s (%s): %s', (_when, moment, answer) => {
    expect(isOpen(hoursOf('SD'), at(moment))).toBe(answer)
  })

  it('does not judge hours that nobody wrote down', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), (date) => {
        expect(isOpen(hoursOf('WY'), Temporal.Instant.fromEpochMilliseconds(date.getTime()))).toBe('unknown')
      }),
    )
  })
})

const moments = fc
  .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') })
  .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()))

describe('at any moment', () => {
  it('a line is open only on a weekday between eight and five by the clock on its wall', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const wall = now.toZonedDateTimeISO('America/Chicago')
        const expected = wall.dayOfWeek <= 5 && wall.hour >= 8 && wall.hour < 17
        expect(isOpen(hoursOf('ND'), now)).toBe(expected ? 'open' : 'closed')
      }),
    )
  })

  it('gives the same answer a week later by the clock on the wall, whatever the season', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const later = now.toZonedDateTimeISO('America/Chicago').add({ weeks: 1 }).toInstant()
        expect(isOpen(hoursOf('SD'), later)).toBe(isOpen(hoursOf('SD'), now))
      }),
    )
  })

  it('a second zone never opens a line, it only makes it less sure', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const one = isOpen({ ...hoursOf('SD'), zones: ['America/Chicago'] }, now)
        expect([one, 'unknown']).toContain(isOpen(hoursOf('SD'), now))
      }),
    )
  })
})

describe('the file of hours', () => {
  it('stands beside the lines and the number that it is of', () => {
    const limited = Object.values(directory.lines).filter(({ opening }) => opening !== null)
    expect(limited.map(({ key }) => key).toSorted()).toEqual(['ND', 'SD', 'WY'])
    const nevada = directory.lines.NV.phones.filter(({ opening }) => opening !== null)
    expect(nevada.map(({ number }) => number)).toEqual(['1-833-803-1183'])
  })

  const good = { ...hoursOf('ND') }
  it.each([
    { ...good, zones: ['Dakota/Bismarck'] },
    { ...good, zones: [] },
    { ...good, weekly: [{ days: [8], from: '08:00', to: '17:00' }] },
    { ...good, weekly: [{ days: [1], from: '17:00', to: '08:00' }] },
    { ...good, weekly: [{ days: [1], from: '8:00', to: '17:00' }] },
    { ...good, confidence: 'one-source' },
  ])('refuses what a clock cannot read: %j', (record) => {
    expect(v.safeParse(openingHours, record).success).toBe(false)
  })
})
