// Signing in with a password and a second factor. Whoever is wrong learns nothing else: no name, wrong password, ended account and
// missing second factor answer alike, after the same work. Tries are counted before anything is looked at.

import { failed, ok, personId, type CenterId, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { needsRehash } from '../sign-in/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { beginSession, finish, type SignedInCookies } from './begin-session.ts'
import { findPasswordHash, findTotp, putPasswordHash } from './factor-queries.ts'
import type { Pending } from './pending-session.ts'
import { findPersonByEmail } from './person-queries.ts'
import { proves, type Proof } from './second-factor.ts'
import { countTry, forgive, takeBack, type Guest } from './sign-in-limit.ts'

export type Refused =
  { readonly code: 'wrong' } | { readonly code: 'busy' } | { readonly code: 'wait'; readonly seconds: number }

type Looked = { readonly guest: Guest; readonly hash: string | undefined }

/** Nobody's id: what is asked about an account is asked about nobody as well, so that the time is the same. */
const nobody = personId('00000000-0000-0000-0000-000000000000')

/** The first step. The token is of a session that opens the page of the second factor only. */
export async function checkFirstFactor(
  parts: AccountParts,
  origin: Origin,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<string, Refused>> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return failed({ code: 'wrong' })
  const looked = await lookUp(parts, center, origin, email.trim().toLowerCase())
  if (!looked.ok) return looked
  const { guest, hash } = looked.value
  const verified = await parts.hashing.verifyPassword(hash, password)
  if (!verified.ok) return busy(parts, guest)
  const { person } = guest
  if (!verified.value || person === undefined) return refuse(parts, center, 'first-factor')
  const renewed = hash !== undefined && needsRehash(hash) ? await parts.hashing.hashPassword(password) : undefined
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    await forgive(trx, parts, guest)
    if (renewed?.ok === true) await putPasswordHash(trx, center, person, renewed.value, parts.now())
    return ok(await beginSession(trx, parts, { center, person, method: 'password-only', browser: origin.browser }))
  })
}

function lookUp(
  parts: AccountParts,
  center: CenterId,
  origin: Origin,
  account: string,
): Promise<Result<Looked, Refused>> {
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const person = await findPersonByEmail(trx, center, account)
    const guest: Guest = { center, step: 'password', account, person, origin }
    const decision = await countTry(trx, parts, guest)
    if (decision !== 'go') return failed({ code: 'wait', seconds: decision.waitSeconds })
    const hash = await findPasswordHash(trx, center, person ?? nobody)
    const totp = await findTotp(trx, center, person ?? nobody)
    return ok({ guest, hash: totp === undefined ? undefined : hash })
  })
}

/** A try that could not be looked at is none. */
async function busy(parts: AccountParts, guest: Guest): Promise<Result<never, Refused>> {
  await parts.database.transactAs(serviceOf(guest.center), (trx) => takeBack(trx, parts, guest))
  return failed({ code: 'busy' })
}

export async function refuse(parts: AccountParts, center: CenterId, reason: string): Promise<Result<never, Refused>> {
  await parts.database.transactAs(serviceOf(center), (trx) =>
    insertAuditEntry(trx, serviceOf(center), { event: 'sign-in-refused', reason }),
  )
  return failed({ code: 'wrong' })
}

/** The second step: a code, or one of the codes on paper. */
export async function checkSecondFactor(
  parts: AccountParts,
  origin: Origin,
  { center, session, account }: Pending,
  proof: Proof,
): Promise<Result<SignedInCookies, Refused>> {
  const guest: Guest = { center, step: 'code', account: account.email, person: account.person, origin }
  const proven = await proveCounted(parts, guest, account.person, proof)
  if (!proven.ok) return proven
  return ok(await finish(parts, origin, { center, person: account.person, method: proven.value, pending: session }))
}

/** A proof of somebody whose first factor is known, with its tries counted. */
export async function proveCounted(parts: AccountParts, guest: Guest, person: PersonId, proof: Proof) {
  const { center } = guest
  const decision = await parts.database.transactAs(serviceOf(center), (trx) => countTry(trx, parts, guest))
  if (decision !== 'go') return failed<Refused>({ code: 'wait', seconds: decision.waitSeconds })
  const method = await parts.database.transactAs({ center, person }, (trx) =>
    proves(trx, parts, { center, person }, proof),
  )
  if (method === undefined) return refuse(parts, center, 'second-factor')
  await parts.database.transactAs(serviceOf(center), (trx) => forgive(trx, parts, guest))
  return ok(method)
}
