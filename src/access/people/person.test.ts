import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { agencyKinds, disciplines } from '../role.ts'
import { cleanEmail, cleanName, isReviewDue, placeFaults, stateOf } from './person.ts'

const day = 24 * 60 * 60 * 1000
const now = new Date('2026-11-24T17:00:00Z')

describe('a name', () => {
  it('is one line without doubled spaces, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cleanName(text)
        if (name === undefined) return
        expect(name).not.toMatch(/\s\s|^\s|\s$|\p{Cc}/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(200)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })

  it('is refused when nothing is left of it, or when it is longer than the database takes', () => {
    expect(cleanName(' \n\t ')).toBeUndefined()
    expect(cleanName('é'.repeat(200))).toBe('é'.repeat(200))
    expect(cleanName('é'.repeat(201))).toBeUndefined()
  })
})

describe('an e-mail address', () => {
  it('is kept in lower case, so that one address is one account', () => {
    expect(cleanEmail(' Ada.Lindqvist+work@River-Bend.EXAMPLE ')).toBe('ada.lindqvist+work@river-bend.example')
  })

  it.each([
    '',
    'ada',
    'ada@',
    '@river.example',
    'ada@river',
    'a b@river.example',
    'a@b@river.example',
    'ada@ríver.example',
  ])('is not %j', (text) => {
    expect(cleanEmail(text)).toBeUndefined()
  })

  it('has at most 254 characters', () => {
    expect(cleanEmail(`${'a'.repeat(239)}@river.example.org`)).toBeUndefined()
  })
})

describe('the place of a person', () => {
  const agency = { id: 'one', kind: 'medical', name: 'River Hospital' } as const

  it('needs an agency for a partner', () => {
    expect(placeFaults({ discipline: 'medical', agency: '', found: undefined, roles: ['partner'] })).toEqual({
      agency: 'agency-needed',
    })
    expect(placeFaults({ discipline: 'medical', agency: '', found: undefined, roles: ['medical'] })).toEqual({})
  })

  it('takes an agency of the same kind as the discipline, and no other', () => {
    for (const discipline of disciplines) {
      const faults = placeFaults({ discipline, agency: 'one', found: agency, roles: ['partner'] })
      expect(faults).toEqual(discipline === 'medical' ? {} : { agency: 'agency-other-kind' })
    }
    expect(agencyKinds).toContain('medical')
  })

  it('refuses what is no discipline, and an agency that does not exist', () => {
    expect(placeFaults({ discipline: 'boss', agency: '', found: undefined, roles: [] })).toEqual({
      discipline: 'discipline-wrong',
    })
    expect(placeFaults({ discipline: 'medical', agency: 'two', found: undefined, roles: [] })).toEqual({
      agency: 'agency-unknown',
    })
  })
})

describe('the state of an account', () => {
  it('is ended before anything else, then invited, then without a second factor', () => {
    const ended = { endedAt: now }
    const open = { endedAt: null }
    expect(stateOf(ended, { invited: true, secondFactor: true })).toBe('ended')
    expect(stateOf(open, { invited: true, secondFactor: false })).toBe('invited')
    expect(stateOf(open, { invited: false, secondFactor: false })).toBe('no-second-factor')
    expect(stateOf(open, { invited: false, secondFactor: true })).toBe('active')
  })

  it('is due for review when nobody confirmed it for more than 90 days, counted from the first day on', () => {
    const ago = (days: number): Date => new Date(now.getTime() - days * day)
    expect(isReviewDue({ since: ago(90), reviewedAt: null }, now)).toBe(false)
    expect(isReviewDue({ since: ago(91), reviewedAt: null }, now)).toBe(true)
    expect(isReviewDue({ since: ago(400), reviewedAt: ago(90) }, now)).toBe(false)
    expect(isReviewDue({ since: ago(400), reviewedAt: ago(91) }, now)).toBe(true)
  })
})
