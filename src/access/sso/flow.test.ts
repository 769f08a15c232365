// The cookie of a sign-in that is on its way: it opens for its center only, and only as it was sealed.

import { randomBytes } from 'node:crypto'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { centerId } from '../../shared/index.ts'
import { endedFlowCookie, flowCookieFor, openFlow, sealFlow, type Flow } from './flow.ts'

const center = centerId('11111111-1111-4111-8111-111111111111')
const key = { center, key: randomBytes(32) }
const flow: Flow = {
  provider: 'police',
  state: 'a'.repeat(43),
  nonce: 'b'.repeat(43),
  verifier: 'c'.repeat(43),
  expires: 1_795_539_600_000,
  back: '/staff/home',
  language: 'es',
}

it('does not open with another key or for another center', () => {
  const sealed = sealFlow(key, flow, randomBytes)
  const elsewhere = centerId('22222222-2222-4222-8222-222222222222')
  expect(openFlow({ ...key, key: randomBytes(32) }, sealed)).toBeUndefined()
  expect(openFlow({ ...key, center: elsewhere }, sealed)).toBeUndefined()
  expect(openFlow(key, sealed)).toEqual(flow)
})

it('does not open after any one bit was flipped', () => {
  const bytes = Buffer.from(sealFlow(key, flow, randomBytes), 'base64url')
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(openFlow(key, changed.toString('base64url'))).toBeUndefined()
    }),
  )
})

it('opens nothing that was not sealed', () => {
  fc.assert(fc.property(fc.string(), (text) => openFlow(key, text) === undefined))
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => openFlow(key, Buffer.from(bytes).toString('base64url')) === undefined),
  )
  expect(openFlow(key, undefined)).toBeUndefined()
})

it('shows neither state nor verifier, and is never twice the same', () => {
  const [one, other] = [sealFlow(key, flow, randomBytes), sealFlow(key, flow, randomBytes)]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('cccc')
})

it('stands in a cookie of this host alone, out of reach of scripts, for ten minutes', () => {
  expect(flowCookieFor('abc', { secure: true })).toBe(
    '__Host-footbridge-sso=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure',
  )
  expect(flowCookieFor('abc', { secure: false })).toMatch(/^footbridge-sso=abc; .*Max-Age=600$/)
  expect(endedFlowCookie({ secure: true })).toMatch(/^__Host-footbridge-sso=; .*Max-Age=0; Secure$/)
})
