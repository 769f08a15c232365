// What makes an encrypted name findable: a keyed digest of its sound, compared by equality and nothing else. The key is the
// center's own, so the same name looks different elsewhere. The leak we accept: docs/decisions/2026-11-24-search.md.

import { createHmac } from 'node:crypto'

import { secretKey } from './aead.ts'
import { boundTo } from './bound.ts'
import { givenSound, surnameSound } from './name-sound.ts'

export const indexKinds = ['surname', 'given', 'surname-birth-year'] as const
export type IndexKind = (typeof indexKinds)[number]

/**
 * Bytes of an index. By chance, two of a million different sounds meet with a probability of 3 in 100 million (n^2 / 2^65);
 * that would show one name too many and hide none.
 */
export const indexLength = 8

export type IndexedName = { readonly given: string; readonly surname: string; readonly birthYear?: number }
export type NameIndex = { readonly kind: IndexKind; readonly value: Buffer }

/** HMAC-SHA-256 of center, kind and value, cut to its first 8 bytes. The key has 32 bytes. */
export function blindIndex(
  indexKey: Buffer,
  { center, kind }: { readonly center: string; readonly kind: IndexKind },
  value: string,
): Buffer {
  const bound = boundTo('footbridge name index 1', [center, kind, value])
  return createHmac('sha256', secretKey(indexKey)).update(bound).digest().subarray(0, indexLength)
}

/** Every index of a name: those that are stored for a person, and those that a search compares with them. */
export function nameIndexes(indexKey: Buffer, center: string, name: IndexedName): readonly NameIndex[] {
  const index = (kind: IndexKind) => (value: string) => ({ kind, value: blindIndex(indexKey, { center, kind }, value) })
  const surnames = surnameSound(name.surname)
  return [
    ...surnames.map(index('surname')),
    ...givenSound(name.given).map(index('given')),
    ...withYear(surnames, name.birthYear).map(index('surname-birth-year')),
  ]
}

function withYear(surnames: readonly string[], year: number | undefined): readonly string[] {
  if (year === undefined) return []
  if (!Number.isInteger(year)) throw new RangeError('A year of birth is a whole number')
  return surnames.map((sound) => `${sound} ${year}`)
}
