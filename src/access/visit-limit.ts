// How much one network may send to the public pages in ten minutes. Counters live in memory only, under an HMAC of the
// network whose key is made anew with each window of time, so that no address is kept and none can be found again.
// A school shares one address: the limits are far above what people do, and where memory is full pages stay open.

import { createHmac, randomBytes } from 'node:crypto'

import { networkOf } from './network.ts'

/** What a visit costs: a document takes the machine 20-50 ms, a form about one. */
export type Cost = 'form' | 'document'

export type VisitLimit = {
  /** Counts the visit. Undefined: go on. No address: nothing to tell apart by. */
  refuse(cost: Cost, address: string | undefined): Refusal | undefined
}

/** `seconds` until the next window; `flood`: far above the limit, so that not even the form is worth reading. */
export type Refusal = { readonly seconds: number; readonly flood: boolean }

export type LimitParts = {
  /** Milliseconds. */
  readonly clock: () => number
  readonly newKey: () => Buffer
  readonly most: Readonly<Record<Cost, number>>
  /** Networks remembered at once; one takes about 150 bytes. */
  readonly networks: number
}

export const windowMs = 10 * 60 * 1000

/** Our own judgement, not a standard: a class of 30 with 10 forms each, and 20 sheets. */
export const visitLimits: LimitParts = {
  clock: Date.now,
  newKey: () => randomBytes(32),
  most: { form: 300, document: 20 },
  networks: 50_000,
}

type Window = { readonly number: number; readonly key: Buffer; readonly counts: Map<string, Record<Cost, number>> }

export function visitLimit({ clock, newKey, most, networks }: LimitParts = visitLimits): VisitLimit {
  let window: Window = { number: -1, key: newKey(), counts: new Map() }
  return {
    refuse(cost, address) {
      if (address === undefined) return undefined
      const now = clock()
      const number = Math.floor(now / windowMs)
      if (number !== window.number) window = { number, key: newKey(), counts: new Map() }
      const sent = count(window, networkOf(address), cost, networks)
      if (sent <= most[cost]) return undefined
      return { seconds: Math.ceil(((number + 1) * windowMs - now) / 1000), flood: sent > 3 * most[cost] }
    },
  }
}

/** How often this network has sent such a visit. With the memory full a new network counts as 0 forms, and as too many PDFs. */
function count({ key, counts }: Window, network: string, cost: Cost, networks: number): number {
  const name = createHmac('sha256', key).update(network).digest('base64url')
  const known = counts.get(name)
  if (known === undefined && counts.size >= networks) return cost === 'form' ? 0 : Infinity
  const counted = known ?? { form: 0, document: 0 }
  counted[cost] += 1
  counts.set(name, counted)
  return counted[cost]
}
