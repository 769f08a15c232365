// Counts tries to sign in before anything is looked at, and takes the count back when one succeeds. Passwords and codes are
// counted apart: a right password must neither shorten nor lengthen the wait for codes. Names without an account are counted
// like others. What is stored is an HMAC: no address, no e-mail.

import { createHmac } from 'node:crypto'

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import {
  attempted,
  decideFor,
  succeeded,
  takenBack,
  tokenDigest,
  type Decision,
  type Visitor,
} from '../sign-in/index.ts'
import type { AccountParts, Origin } from './account-parts.ts'
import { isTrustedDevice, lockAttempts, putAttempts } from './failure-queries.ts'

/** `account`: the e-mail as typed, in lower case; `person`: whose it is, if anybody's. */
export type Guest = {
  readonly center: CenterId
  readonly step: 'password' | 'code'
  readonly account: string
  readonly person: PersonId | undefined
  readonly origin: Origin
}

type Counter = { readonly name: 'account' | 'network' | 'own'; readonly subject: Buffer }

/** Go: the try was counted as a failure, until `forgive` takes it back. */
export async function countTry(trx: Trx, parts: AccountParts, guest: Guest): Promise<Decision> {
  const counters = await countersOf(trx, parts, guest)
  const visitor = await visitorOf(trx, guest.center, counters)
  const decision = decideFor(visitor, parts.now())
  if (decision === 'go') await store(trx, guest.center, counters, attempted(visitor, parts.now()))
  return decision
}

/** It was right. */
export const forgive = (trx: Trx, parts: AccountParts, guest: Guest): Promise<void> =>
  change(trx, parts, guest, succeeded)

/** It was not looked at. */
export const takeBack = (trx: Trx, parts: AccountParts, guest: Guest): Promise<void> =>
  change(trx, parts, guest, takenBack)

async function change(trx: Trx, parts: AccountParts, guest: Guest, to: (from: Visitor) => Visitor): Promise<void> {
  const counters = await countersOf(trx, parts, guest)
  await store(trx, guest.center, counters, to(await visitorOf(trx, guest.center, counters)))
}

async function countersOf(trx: Trx, { vault }: AccountParts, guest: Guest): Promise<readonly Counter[]> {
  const { center, step, account, person, origin } = guest
  const key = await vault.centerSecret(trx, center, 'sign-in-failures')
  const subjectOf = (kind: string, value: string): Buffer =>
    createHmac('sha256', key).update(`${step} ${kind} ${value}`).digest()
  const device = origin.device === undefined ? undefined : tokenDigest(origin.device)
  const known = person !== undefined && device !== undefined && (await isTrustedDevice(trx, center, person, device))
  if (known) return [{ name: 'own', subject: subjectOf('device', `${person} ${device.toString('hex')}`) }]
  return [
    { name: 'account', subject: subjectOf('account', account) },
    { name: 'network', subject: subjectOf('network', origin.network) },
  ]
}

/** Always in the same order: two transactions never wait for each other. */
async function visitorOf(trx: Trx, center: CenterId, counters: readonly Counter[]): Promise<Visitor> {
  const [first, second] = counters
  if (first === undefined) throw new RangeError('A visitor has a counter')
  const own = await lockAttempts(trx, center, first.subject)
  if (second === undefined) return { device: 'known', own }
  return { device: 'new', account: own, network: await lockAttempts(trx, center, second.subject) }
}

async function store(trx: Trx, center: CenterId, counters: readonly Counter[], visitor: Visitor): Promise<void> {
  for (const { name, subject } of counters) {
    const attempts = visitor.device === 'known' ? visitor.own : visitor[name === 'network' ? 'network' : 'account']
    await putAttempts(trx, center, subject, attempts)
  }
}
