// What a key is bound to, as bytes: no two different bindings give the same.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { boundTo, versionBytes } from './bound.ts'

describe('a binding', () => {
  it('is label and parts, each after its length', () => {
    expect(boundTo('L', ['ñ', 12]).toString('hex')).toBe('000000014c' + '00000002c3b1' + '000000023132')
  })

  it('gives different bytes for different parts', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '\0', '\u0001', '|'), maxLength: 6 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        return boundTo('x', one).equals(boundTo('x', other)) === same
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the version of a key', () => {
  it('is four bytes, most significant first', () => {
    expect(versionBytes(0x01020304).toString('hex')).toBe('01020304')
    expect(versionBytes(0xffffffff).toString('hex')).toBe('ffffffff')
  })
})
