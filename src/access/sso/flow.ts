// One sign-in on its way to the directory and back: what was asked, sealed in a cookie of this browser, so that only the browser
// that began it can end it, within ten minutes. Nothing is stored for a stranger who only begins.

import * as v from 'valibot'

import type { CenterId } from '../../shared/index.ts'
import { nonceLength, open, seal } from '../keys/aead.ts'
import { boundTo } from '../keys/bound.ts'
import type { Random } from '../sign-in/index.ts'

export const flowMs = 10 * 60_000

const stored = v.strictObject({
  provider: v.string(),
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  /** Milliseconds since 1970. */
  expires: v.number(),
  back: v.string(),
  language: v.picklist(['en', 'es']),
})

export type Flow = Readonly<v.InferOutput<typeof stored>>

/** `key`: the center's secret for this purpose alone. */
export type FlowKey = { readonly key: Buffer; readonly center: CenterId }

const bound = ({ center }: FlowKey): Buffer => boundTo('sso-flow', [center])

/** base64url: a nonce of 96 bits drawn at random, then the sealed bytes. */
export function sealFlow({ key, center }: FlowKey, flow: Flow, random: Random): string {
  const nonce = Buffer.from(random(nonceLength))
  const sealed = seal({ key, nonce, bound: bound({ key, center }) }, Buffer.from(JSON.stringify(flow)))
  return Buffer.concat([nonce, sealed]).toString('base64url')
}

/** Undefined: it is not one that we sealed for this center. */
export function openFlow({ key, center }: FlowKey, text: string | undefined): Flow | undefined {
  if (text === undefined || !/^[\w-]{40,3000}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const nonce = bytes.subarray(0, nonceLength)
  try {
    const plain = open({ key, nonce, bound: bound({ key, center }) }, bytes.subarray(nonceLength))
    return v.parse(stored, JSON.parse(plain.toString('utf8')))
  } catch {
    return undefined
  }
}

type Address = { readonly secure: boolean }

export const flowCookieName = ({ secure }: Address): string => (secure ? '__Host-footbridge-sso' : 'footbridge-sso')

/** `Lax`: the directory sends the browser back from its own site. */
export const flowCookieFor = (sealed: string, address: Address): string =>
  [
    `${flowCookieName(address)}=${sealed}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${sealed === '' ? 0 : flowMs / 1000}`,
    ...(address.secure ? ['Secure'] : []),
  ].join('; ')

export const endedFlowCookie = (address: Address): string => flowCookieFor('', address)
