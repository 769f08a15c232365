// The deadlines of real duties on real days, and what each of them says beside its date.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { directory } from '../../tests/home.ts'
import { deadline, federalDuties, jurisdictionCodes, zonesOf, type JurisdictionCode, type TimedDuty } from './index.ts'

const stateDuty = (code: JurisdictionCode): TimedDuty => directory.terms.states[code]

function deadlinesOf(duty: TimedDuty, learned: string, zone: string) {
  const found = deadline(duty, Temporal.PlainDateTime.from(learned).toZonedDateTime(zone).toInstant(), zone)
  if (!found.ok) throw new Error(found.reason)
  return found.value
}

describe('known days', () => {
  it('Connecticut: 12 hours over the spring change end at 8 on the clock that said 7', () => {
    const { first, written } = deadlinesOf(stateDuty('CT'), '2026-03-07T20:00', 'America/New_York')
    expect(first).toHaveLength(1)
    expect(first[0]).toMatchObject({ outerLimit: true, local: { date: '2026-03-08', time: '09:00', offset: '-04:00' } })
    expect(written[0]).toMatchObject({ due: null, from: 'first-report', local: { date: '2026-03-09', time: '21:00' } })
  })

  it('Connecticut: and over the change in fall an hour before', () => {
    const { first } = deadlinesOf(stateDuty('CT'), '2026-10-31T20:00', 'America/New_York')
    expect(first[0]?.local).toMatchObject({ date: '2026-11-01', time: '07:00' })
  })

  it('Washington: 48 hours, and a written report only when asked', () => {
    const { first, written } = deadlinesOf(stateDuty('WA'), '2026-12-30T16:45', 'America/Los_Angeles')
    expect(first[0]?.local).toMatchObject({ date: '2027-01-01', time: '16:45' })
    expect(written[0]).toMatchObject({ due: null, only_if: 'requested', from: 'on-request' })
  })

  it('Minnesota: 72 hours without the weekend, learned on a Friday', () => {
    const { first, written } = deadlinesOf(stateDuty('MN'), '2026-11-20T15:00', 'America/Chicago')
    expect(first[0]?.local).toMatchObject({ date: '2026-11-21', time: '15:00' })
    expect(written[0]?.local).toMatchObject({ date: '2026-11-25', time: '15:00' })
    expect(written[0]?.due).not.toBeNull()
    expect(written[0]?.assumes).toEqual(['holidays-count', 'start-not-stated'])
  })

  it('Louisiana: at once, and in writing within 5 days over the end of February in a leap year', () => {
    const { first, written } = deadlinesOf(stateDuty('LA'), '2028-02-26T09:00', 'America/Chicago')
    expect(first[0]).toMatchObject({ kind: 'at-once', outerLimit: false })
    expect(written[0]).toMatchObject({ due: null, local: { date: '2028-03-02', time: '09:00' } })
    expect(written[0]?.assumes).toEqual(['same-time-of-day'])
    const common = deadlinesOf(stateDuty('LA'), '2027-02-26T09:00', 'America/Chicago')
    expect(common.written[0]?.local.date).toBe('2027-03-03')
  })

  it('Texas: the public at once, professionals within 24 hours', () => {
    const { first } = deadlinesOf(stateDuty('TX'), '2026-11-24T10:00', 'America/Chicago')
    expect(first.map(({ binds, kind, outerLimit, local }) => [binds, kind, outerLimit, local.date])).toEqual([
      ['others', 'at-once', false, '2026-11-24'],
      ['professionals', 'hours', true, '2026-11-25'],
    ])
  })

  it('Pennsylvania and Michigan: in writing only after a report by phone', () => {
    for (const code of ['PA', 'MI'] as const)
      expect(deadlinesOf(stateDuty(code), '2026-11-24T10:00', 'America/New_York').written[0]?.only_if).toBe('phoned')
  })

  it('federal: 24 hours for a victim who was identified and for a child missing from care', () => {
    for (const name of ['identified-victim', 'missing-from-care'] as const) {
      const { first, written } = deadlinesOf(directory.terms.federal[name], '2026-11-24T10:00', 'America/Boise')
      expect(first[0]?.local).toEqual({ date: '2026-11-25', time: '10:00', offset: '-07:00', zone: 'America/Boise' })
      expect(written).toEqual([])
    }
  })
})

describe('every duty', () => {
  const duties = [
    ...jurisdictionCodes.map((code) => ({ duty: stateDuty(code), zone: zonesOf(directory, code)[0] ?? '' })),
    ...federalDuties.map((name) => ({ duty: directory.terms.federal[name], zone: 'America/New_York' })),
  ]

  it('has a first report with a due time, which is the moment of learning where the law names no hours', () => {
    const learned = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(learned, fc.constantFrom(...duties), (date, { duty, zone }) => {
        const at = Temporal.Instant.fromEpochMilliseconds(date.getTime())
        const found = deadline(duty, at, zone)
        if (!found.ok) throw new Error(found.reason)
        expect(found.value.first.length).toBeGreaterThan(0)
        for (const { due, kind, outerLimit } of found.value.first) {
          if (due === null) throw new Error('a first report has no due time')
          expect(due.equals(at)).toBe(kind === 'at-once')
          expect(outerLimit).toBe(kind !== 'at-once')
        }
        for (const { due, from, earliest } of found.value.written) {
          expect(due === null).toBe(from === 'first-report' || from === 'on-request')
          expect(Temporal.Instant.compare(at, earliest)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('puts the soonest first', () => {
    for (const { duty, zone } of duties) {
      const { first } = deadlinesOf(duty, '2026-11-24T10:00', zone)
      const times = first.map(({ earliest }) => earliest.epochMilliseconds)
      expect(times).toEqual([...times].sort((one, other) => one - other))
    }
  })
})

describe('a zone', () => {
  it.each(['', 'Texas', 'America/Gotham', '-06:00', '+05:30'])('"%s" is refused with a reason', (zone) => {
    const found = deadline(stateDuty('TX'), Temporal.Instant.from('2026-11-24T10:00Z'), zone)
    expect(found).toEqual({ ok: false, reason: 'unknown-zone' })
  })
})
