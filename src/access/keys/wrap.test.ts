// The key of a person opens under the key file and for that person alone. Rotation changes the wrapping and nothing else.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countedBytes, damaged, flipped, knownDek } from '../../../tests/sample-keys.ts'
import type { KeyRing } from './key-lines.ts'
import { newPersonKey } from './person-keys.ts'
import { rewrapKey, unwrapKey, wrapKey, wrappingKeyNumber, type KeyOwner } from './wrap.ts'

const owner: KeyOwner = {
  center: '11111111-1111-4111-8111-111111111111',
  person: '00000000-0000-4000-8000-000000000009',
  version: 3,
}
const first = Buffer.alloc(32, 1)
const second = Buffer.alloc(32, 2)
const before: KeyRing = { current: 1, keys: new Map([[1, first]]) }
const after: KeyRing = { current: 2, keys: new Map([...before.keys, [2, second]]) }
const rid: KeyRing = { current: 2, keys: new Map([[2, second]]) }

const known = Buffer.from(
  '0100000002a5a4a7a6a1a0a3a2adacafaec6c714b634ad81c0c07057a018b8ef09a84c50a7393cd88e1e5d8f7dd985614219a506179514e0032cd8b890177e8dcb',
  'hex',
)

describe('a wrapped key', () => {
  it('has the format written down', () => {
    expect(wrapKey(after, knownDek, owner, countedBytes).toString('hex')).toBe(known.toString('hex'))
    expect(unwrapKey(after, known, owner)).toEqual(knownDek)
    expect(wrappingKeyNumber(known)).toBe(2)
  })

  it('comes back for 500 random keys', () => {
    for (let run = 0; run < 500; run++) {
      const dek = newPersonKey()
      expect(unwrapKey(before, wrapKey(before, dek, owner), owner)).toEqual(dek)
    }
  })

  it('is refused for every single bit, every shorter length, and longer', () => {
    for (let bit = 0; bit < known.length * 8; bit++) {
      expect(
        damaged(() => unwrapKey(after, flipped(known, bit), owner)),
        `bit ${bit}`,
      ).toBe(true)
    }
    for (let length = 0; length < known.length; length++) {
      expect(
        damaged(() => unwrapKey(after, known.subarray(0, length), owner)),
        `${length} bytes`,
      ).toBe(true)
    }
    expect(damaged(() => unwrapKey(after, Buffer.concat([known, Buffer.of(0)]), owner))).toBe(true)
  })

  it('is refused for another owner: 2,000 random swaps and rollbacks', () => {
    const word = fc.constantFrom('a', 'b', 'ab', '', '11111111-1111-4111-8111-111111111111')
    const owners = fc.record({ center: word, person: word, version: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(owners, owners, (from, to) => {
        fc.pre(JSON.stringify(from) !== JSON.stringify(to))
        const wrapped = wrapKey(after, knownDek, from)
        return damaged(() => unwrapKey(after, wrapped, to)) && unwrapKey(after, wrapped, from).equals(knownDek)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is refused under another key of the same number, and where its key is gone', () => {
    const other: KeyRing = { current: 2, keys: new Map([[2, first]]) }
    expect(damaged(() => unwrapKey(other, known, owner))).toBe(true)
    expect(damaged(() => unwrapKey(before, known, owner))).toBe(true)
  })

  it('is not made of a key of another length, nor under a key that is not on the ring', () => {
    expect(() => wrapKey(before, Buffer.alloc(16), owner)).toThrow(RangeError)
    expect(() => wrapKey({ current: 9, keys: before.keys }, knownDek, owner)).toThrow(RangeError)
  })
})

describe('rotation', () => {
  it('wraps the same key under the new one, so that the old one can go', () => {
    const old = wrapKey(before, knownDek, owner)
    const rewrapped = rewrapKey(after, old, owner)
    expect([wrappingKeyNumber(old), wrappingKeyNumber(rewrapped)]).toEqual([1, 2])
    expect(unwrapKey(rid, rewrapped, owner)).toEqual(knownDek)
    expect(damaged(() => unwrapKey(rid, old, owner))).toBe(true)
  })

  it('reads both while it is under way', () => {
    expect(unwrapKey(after, wrapKey(before, knownDek, owner), owner)).toEqual(knownDek)
  })

  it('leaves what is current as it is, so that it may be run again', () => {
    expect(rewrapKey(after, known, owner)).toBe(known)
  })

  it('does not carry a damaged key on, current or old', () => {
    const old = wrapKey(before, knownDek, owner)
    expect(damaged(() => rewrapKey(after, flipped(old, 300), owner))).toBe(true)
    expect(damaged(() => rewrapKey(after, flipped(known, 300), owner))).toBe(true)
  })
})
