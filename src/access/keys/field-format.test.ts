// The format of a sealed field, byte by byte. The known answer is written down: a change of the format that forgets what was
// saved before fails here.

import { webcrypto } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { countedBytes, knownDek, knownField as known, knownPlace as place } from '../../../tests/sample-keys.ts'
import { boundTo } from './bound.ts'
import { decryptField, encryptField, fieldKeyVersion } from './field.ts'

describe('the format of a field', () => {
  it('is the one written down: key, nonce and place give these bytes', () => {
    expect(encryptField(knownDek, place, 'Muñoz', countedBytes).toString('hex')).toBe(known.toString('hex'))
    expect(decryptField(knownDek, place, known)).toBe('Muñoz')
  })

  it('opens by the description alone, with the Web Cryptography of the browser', async () => {
    expect(await openedByDescription(known)).toBe('Muñoz')
  })

  it('says its key version, so that the key can be fetched', () => {
    expect(fieldKeyVersion(known)).toBe(3)
  })
})

/** The decision record followed step by step, by another implementation. */
async function openedByDescription(sealed: Buffer): Promise<string> {
  const { subtle } = webcrypto
  const bytes = (part: Buffer) => new Uint8Array(part)
  const master = await subtle.importKey('raw', bytes(knownDek), 'HKDF', false, ['deriveBits'])
  const info = bytes(boundTo('footbridge record key 1', [place.center, place.table, place.row]))
  const keys = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, master, 512)
  const [head, committed, nonce] = [sealed.subarray(0, 5), sealed.subarray(5, 37), sealed.subarray(37, 49)]
  const { center, table, column, row, person, version } = place
  const bound = boundTo('footbridge field 1', [center, table, column, row, person, version])
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const commitKey = await subtle.importKey('raw', keys.slice(32), hmac, false, ['verify'])
  const message = bytes(Buffer.concat([head, nonce, bound]))
  if (!(await subtle.verify('HMAC', commitKey, bytes(committed), message))) return 'not committed'
  const key = await subtle.importKey('raw', keys.slice(0, 32), 'AES-GCM', false, ['decrypt'])
  const cipher = { name: 'AES-GCM', iv: bytes(nonce), additionalData: bytes(bound), tagLength: 128 }
  const padded = Buffer.from(await subtle.decrypt(cipher, key, bytes(sealed.subarray(49))))
  return padded.toString('utf8', 0, padded.lastIndexOf(0x80))
}
