// A nonce that comes twice under one key opens both texts. A million encryptions of one record, the worst case because they
// share one key, must give a million nonces. Slow: only with --long.

import { describe, expect, it } from 'vitest'

import { encryptField, type Place } from '../../src/access/keys/index.ts'
import { knownDek } from '../sample-keys.ts'

const runs = 1_000_000
const nonceAt = 37
const place: Place = { center: 'c', table: 'people', column: 'surname', row: 'r', person: 'p', version: 1 }

describe('a million encryptions', () => {
  it('repeat no nonce under one key', { timeout: 300_000 }, () => {
    const nonces = new Set<string>()
    for (let run = 0; run < runs; run++) {
      nonces.add(encryptField(knownDek, place, 'Ana').toString('latin1', nonceAt, nonceAt + 12))
    }
    expect(nonces.size).toBe(runs)
  })
})
