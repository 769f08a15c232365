// Calls of a center: a right answer is told for 90 days, a wrong one hides the number everywhere.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { directory, directoryOf, wordingIn } from '../../tests/home.ts'
import type { CalledNumber } from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'
import { isRecent } from './called.ts'
import { jurisdictionCodes, route, situations, type JurisdictionCode } from './index.ts'

const texas = '1-800-252-5400'

const after = (called: readonly CalledNumber[], jurisdiction: JurisdictionCode = 'TX') =>
  route({ jurisdiction, situations: [], audience: 'public' }, directoryOf({ profile: null, called }), wordingIn('en'))
    .steps

const call = (number: string, on: string, answered: CalledNumber['answered'] = 'right'): CalledNumber => ({
  number,
  on,
  answered,
})

describe('a number answered right', () => {
  it.each([
    ['800-252-5400', '2026-11-20', 'Called by this center on November 20, 2026.'],
    ['(800) 252 5400', '2026-08-26', 'Called by this center on August 26, 2026.'],
    [texas, '2026-08-25', 'Not called by this center in the last 90 days.'],
    [texas, '2027-01-01', 'Not called by this center in the last 90 days.'],
    ['+1 800 252 5400', '2026-11-25', 'Called by this center on November 25, 2026.'],
    ['1-800-422-4453', '2026-11-20', 'This center has not yet called this number.'],
  ])('%s on %s: %s', (number, on, sentence) => {
    expect(after([call(number, on)])[0]?.note).toContain(sentence)
  })

  it('says so of a line with several numbers only when all of them were called, by the oldest call', () => {
    const nevada = directory.lines.NV.phones.filter(({ confidence }) => confidence === 'two-sources')
    const calls = nevada.map(({ number }, at) => call(number, `2026-11-0${at + 1}`))
    expect(after(calls, 'NV')[0]?.note).toContain('Called by this center on November 1, 2026.')
    expect(after(calls.slice(1), 'NV')[0]?.note).toContain('has not yet called all of these numbers')
  })
})

describe('a number answered wrong', () => {
  it('is hidden, the page says why, and somebody who finds the right one follows', () => {
    const [line, finder] = after([call(texas, '2026-11-20', 'wrong')])
    expect(line).toMatchObject({ name: 'Texas Abuse Hotline', phones: [], hours: null })
    expect(line?.note).toContain('it was wrong')
    expect(finder?.name).toContain('Childhelp')
  })

  it('counts until a later call; of two on one day the wrong one counts', () => {
    const shown = (...called: CalledNumber[]) => after(called)[0]?.phones.length
    expect(shown(call(texas, '2026-11-20', 'wrong'), call(texas, '2026-11-21'))).toBe(1)
    expect(shown(call(texas, '2026-11-21'), call(texas, '2026-11-20', 'wrong'))).toBe(1)
    expect(shown(call(texas, '2026-11-20'), call(texas, '2026-11-21', 'wrong'))).toBe(0)
    expect(shown(call(texas, '2026-11-20', 'wrong'), call(texas, '2026-11-20'))).toBe(0)
    expect(shown(call(texas, '2026-11-20'), call(texas, '2026-11-20', 'wrong'))).toBe(0)
    expect(shown(call(texas, '2025-12-31', 'wrong'), call(texas, '2026-01-01'))).toBe(1)
  })

  it('is shown nowhere: no place, no audience, no note, no text code', () => {
    const numbers = Object.values(directory.lines)
      .flatMap(({ phones }) => phones.map(({ number }) => number))
      .filter((number) => number.length > 3)
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom(...jurisdictionCodes),
        fc.constantFrom('tribal', 'abroad'),
        (number, jurisdiction, land) => {
          const wrong = directoryOf({ profile: null, called: [call(number, '2026-11-20', 'wrong')] })
          const place = land === 'abroad' ? { land } : { land, jurisdiction }
          const question = { ...place, situations, audience: 'professional' } as const
          const { steps } = route(question, wrong, wordingIn('en'))
          expect(JSON.stringify(steps.map(({ phones, text, note }) => [phones, text, note]))).not.toContain(number)
        },
      ),
      { numRuns: 25 },
    )
  })
})

it.each(['911', '988'])('nobody tries %s out: a call to it stops the start', (number) => {
  expect(() => after([call(number, '2026-11-20', 'wrong')])).toThrow(
    `center/called.yaml: entry 1: ${number} is not called to try it out. Correct the file, then start again.`,
  )
})

describe('a number that no line has', () => {
  it.each(['800-252-5401', '+52 800 252 5400', '252-5400', '5400'])('%s stops the start and is named', (number) => {
    const slip = () => after([call(texas, '2026-11-20'), call(number, '2026-11-20', 'wrong')])
    expect(slip).toThrow(`center/called.yaml: entry 2: no line has the number ${number}. Correct the file`)
    expect(slip).toThrow(Problem)
  })

  it.each(['741741', '(202) 671 7233'])('%s is one: of a text code, of any punctuation', (number) => {
    expect(() => after([call(number, '2026-11-20')])).not.toThrow()
  })
})

describe('isRecent', () => {
  const now = Temporal.Instant.from('2026-11-24T17:00Z')
  it.each([
    ['2026-11-24', true],
    ['2026-08-26', true],
    ['2026-08-25', false],
    ['2026-11-25', true], // already tomorrow in Guam
    ['2026-12-01', true],
    ['2026-12-02', false],
  ])('%s: %s', (day, recent) => {
    expect(isRecent(day, now)).toBe(recent)
  })
})
