import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isJurisdiction, jurisdictionOfZip } from './index.ts'

describe('jurisdictionOfZip', () => {
  it.each([
    ['78701', 'TX'],
    [' 10001 ', 'NY'],
    ['90210-1234', 'CA'],
    ['20500', 'DC'],
    ['00601', 'PR'],
    ['00802', 'VI'],
    ['96910', 'GU'],
    ['96799', 'AS'],
    ['96950', 'MP'],
    ['99501', 'AK'],
  ])('takes %s to %s', (zip, state) => {
    expect(jurisdictionOfZip(zip)).toEqual({ ok: true, value: state })
  })

  it.each([
    ['', 'zip-not-five-digits'],
    ['1234', 'zip-not-five-digits'],
    ['123456', 'zip-not-five-digits'],
    ['7870l', 'zip-not-five-digits'],
    ['٧٨٧٠١', 'zip-not-five-digits'],
    ['00000', 'unknown-zip'],
    ['00100', 'unknown-zip'],
    ['09012', 'zip-not-in-a-state'], // military, Europe
    ['34012', 'zip-not-in-a-state'], // military, Americas
    ['96960', 'zip-not-in-a-state'], // Marshall Islands
    ['96939', 'zip-not-in-a-state'], // Palau
  ])('refuses %j: %s', (zip, reason) => {
    expect(jurisdictionOfZip(zip)).toEqual({ ok: false, reason })
  })

  it('never throws, and never gives a place outside the directory', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{5}$/)), (typed) => {
        const found = jurisdictionOfZip(typed)
        if (found.ok) expect(isJurisdiction(found.value)).toBe(true)
      }),
    )
  })
})
