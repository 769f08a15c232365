// The indexes of a name: equal for what sounds alike in one center, and for nothing else.

import { describe, expect, it } from 'vitest'

import { knownDek } from '../../../tests/sample-keys.ts'
import { blindIndex, indexKinds, nameIndexes, type IndexedName } from './blind-index.ts'

const riverbend = '11111111-1111-4111-8111-111111111111'
const highdesert = '22222222-2222-4222-8222-222222222222'

const hexOf = (name: IndexedName, center = riverbend, key = knownDek): readonly string[] =>
  nameIndexes(key, center, name).map(({ kind, value }) => `${kind} ${value.toString('hex')}`)
const shared = (one: readonly string[], other: readonly string[]) => one.filter((entry) => other.includes(entry))

describe('a blind index', () => {
  it('has the value written down', () => {
    expect(blindIndex(knownDek, { center: riverbend, kind: 'surname' }, 'KRS').toString('hex')).toBe('df9545521c62bae9')
  })

  it('differs by key, center, kind and value', () => {
    const made = [
      ...indexKinds.map((kind) => blindIndex(knownDek, { center: riverbend, kind }, 'KRS')),
      blindIndex(knownDek, { center: highdesert, kind: 'surname' }, 'KRS'),
      blindIndex(knownDek, { center: riverbend, kind: 'surname' }, 'KRSS'),
      blindIndex(Buffer.alloc(32, 7), { center: riverbend, kind: 'surname' }, 'KRS'),
    ]
    expect(new Set(made.map((value) => value.toString('hex'))).size).toBe(6)
    expect(made.every(({ length }) => length === 8)).toBe(true)
  })

  it('is not made with a short key', () => {
    expect(() => blindIndex(Buffer.alloc(16), { center: riverbend, kind: 'given' }, 'AN')).toThrow(RangeError)
  })
})

describe('the indexes of a name', () => {
  const stored = hexOf({ given: 'María José', surname: 'García Márquez', birthYear: 2010 })

  it('are one for each sound of each kind', () => {
    expect(stored.map((entry) => entry.split(' ')[0])).toEqual([
      'surname',
      'surname',
      'given',
      'given',
      'surname-birth-year',
      'surname-birth-year',
    ])
  })

  it('meet a name that was spelled otherwise', () => {
    expect(shared(stored, hexOf({ given: 'Maria', surname: 'Marques', birthYear: 2010 }))).toHaveLength(3)
  })

  it('meet by year of birth only in the same year', () => {
    const found = shared(stored, hexOf({ given: 'Ana', surname: 'Garcia', birthYear: 2011 }))
    expect(found.map((entry) => entry.split(' ')[0])).toEqual(['surname'])
  })

  it('leave the year out where it is not known', () => {
    expect(hexOf({ given: 'Ana', surname: 'Cruz' }).some((entry) => entry.startsWith('surname-birth-year'))).toBe(false)
    expect(() => hexOf({ given: 'Ana', surname: 'Cruz', birthYear: 2010.5 })).toThrow(RangeError)
  })

  it('of two centers, or under two keys, have nothing in common', () => {
    const name = { given: 'María José', surname: 'García Márquez', birthYear: 2010 }
    expect(shared(stored, hexOf(name, highdesert))).toEqual([])
    expect(shared(stored, hexOf(name, riverbend, Buffer.alloc(32, 7)))).toEqual([])
  })
})
