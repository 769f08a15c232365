// Whoever signs in goes on to a page of ours, whatever a link says.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { staffPathIn } from './back-to.ts'

describe('where somebody goes on to', () => {
  it('is the page of staff that was asked for', () => {
    expect(staffPathIn('/staff/cases/5f/notes/new')).toBe('/staff/cases/5f/notes/new')
  })

  it.each([
    undefined,
    '',
    '//evil.example/staff/home',
    '/staff//evil.example',
    '/staff/../exit',
    '/staff/home?x=1',
    '/staff/account/draft.json',
    '/staff/sign-out',
    '/staff/sign-in',
    '/learn',
    `/staff/${'x'.repeat(300)}`,
  ])('is home for %s', (text) => {
    expect(staffPathIn(text)).toBe('/staff/home')
  })

  it('never leaves our own pages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = new URL(staffPathIn(`/staff/${text}`), 'https://ours.example')
        expect([address.origin, address.pathname.startsWith('/staff/')]).toEqual(['https://ours.example', true])
      }),
    )
  })
})
