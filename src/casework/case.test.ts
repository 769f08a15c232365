// The pure rules of a case: its number, days, the states of a task, and the check of a child as typed.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nextCaseNumber } from './case.ts'
import { dayIn, isDay } from './casework.ts'
import { readIndividual } from './individual.ts'
import { folded } from './note.ts'
import { taskState } from './task.ts'

describe('the number of a new case', () => {
  it('is one to three after the last of the year, so that a gap tells nothing', () => {
    expect(nextCaseNumber('2026', 0, 0)).toBe('2026-0001')
    expect(nextCaseNumber('2026', 41, 0.99)).toBe('2026-0044')
    expect(nextCaseNumber('2026', 9999, 0)).toBe('2026-10000')
  })

  it('is always higher than the last, and of the form that the database asks', () => {
    const last = fc.integer({ min: 0, max: 999_996 })
    fc.assert(
      fc.property(last, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (before, random) => {
        const number = nextCaseNumber('2026', before, random)
        expect(number).toMatch(/^[0-9]{4}-[0-9]{4,6}$/)
        const step = Number(number.slice(5)) - before
        expect([1, 2, 3]).toContain(step)
      }),
    )
  })
})

describe('a day', () => {
  it('is that of the center', () => {
    expect(dayIn('America/Chicago', new Date('2026-11-25T05:59:00Z'))).toBe('2026-11-24')
    expect(dayIn('America/Chicago', new Date('2026-11-25T06:00:00Z'))).toBe('2026-11-25')
    expect(dayIn('Pacific/Guam', new Date('2026-11-24T18:00:00Z'))).toBe('2026-11-25')
  })

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'x', '2026-00-10', '2026-11-31', ' 2026-11-24'])(
    'is not %j',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )

  it('of a leap year is one', () => {
    expect(isDay('2028-02-29')).toBe(true)
  })
})

describe('a task', () => {
  it.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'today'],
    ['2026-12-01', 'soon'],
    ['2026-12-02', 'later'],
  ] as const)('due on %s is %s', (dueOn, state) => {
    expect(taskState({ dueOn, done: false }, '2026-11-24')).toBe(state)
    expect(taskState({ dueOn, done: true }, '2026-11-24')).toBe('done')
  })
})

describe('a child as typed', () => {
  const today = '2026-11-24'
  const faultsOf = (form: object) => {
    const read = readIndividual({ given: 'Maya', surname: 'Rivera', ...form }, today)
    return read.ok ? [] : read.reason.map(({ field, code }) => `${field} ${code}`)
  }

  it.each([
    [{ given: '', surname: ' ' }, ['given needed']],
    [{ given: 'x'.repeat(101) }, ['given too-long']],
    [{ birthDate: '2026-11-25' }, ['birthDate in-future']],
    [{ birthDate: '1890-01-01' }, ['birthDate too-long-ago']],
    [{ birthDate: '03/09/2012' }, ['birthDate not-a-date']],
    [{ phone: 'call mum' }, ['phone not-a-phone']],
    [{ phone: '12345' }, ['phone not-a-phone']],
    [{ phone: '+1 (512) 555-0142 ext. 3' }, []],
    [{ given: '', birthDate: today }, []],
  ])('%j: %j', (form, faults) => {
    expect(faultsOf(form)).toEqual(faults)
  })

  it('keeps what was given, trimmed, and nothing else', () => {
    const read = readIndividual({ given: ' Maya ', surname: '', birthDate: '', phone: '512 555 0142' }, today)
    expect(read).toEqual({ ok: true, value: { given_name: 'Maya', phone: '512 555 0142' } })
  })
})

describe('a folded text', () => {
  it('has no case and no accents, and folding it again changes nothing', () => {
    expect(folded('JOSÉ Ñandú')).toBe('jose nandu')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text))
      }),
    )
  })
})
