// Counts tries to sign in before anything is looked at, and takes the count back when one succeeds. Names without an account are
// counted like others. What is stored is an HMAC: no address, no e-mail.

import { createHmac } from 'node:crypto'

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import { attempted, decideFor, succeeded, tokenDigest, type Decision, type Visitor } from '../sign-in/index.ts'
import type { AccountParts, Origin } from './account-parts.ts'
import { isTrustedDevice, lockAttempts, putAttempts } from './failure-queries.ts'

/** `account`: the e-mail as typed, in lower case; `person`: whose it is, if anybody's. */
export type Guest = { readonly account: string; readonly person: PersonId | undefined; readonly origin: Origin }

type Counter = { readonly name: 'account' | 'network' | 'own'; readonly subject: Buffer }

/** Go: the try was counted as a failure, until `forgive` takes it back. */
export async function countTry(trx: Trx, parts: AccountParts, center: CenterId, guest: Guest): Promise<Decision> {
  const counters = await countersOf(trx, parts, center, guest)
  const visitor = await visitorOf(trx, center, counters)
  const decision = decideFor(visitor, parts.now())
  if (decision === 'go') await store(trx, center, counters, attempted(visitor, parts.now()))
  return decision
}

export async function forgive(trx: Trx, parts: AccountParts, center: CenterId, guest: Guest): Promise<void> {
  const counters = await countersOf(trx, parts, center, guest)
  await store(trx, center, counters, succeeded(await visitorOf(trx, center, counters)))
}

async function countersOf(
  trx: Trx,
  { vault }: AccountParts,
  center: CenterId,
  guest: Guest,
): Promise<readonly Counter[]> {
  const key = await vault.centerSecret(trx, center, 'sign-in-failures')
  const { account, person, origin } = guest
  const subjectOf = (kind: string, value: string): Buffer =>
    createHmac('sha256', key).update(`${kind} ${value}`).digest()
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
