// Signing in with a password and a second factor. Whoever is wrong learns nothing else: no name, wrong password, ended account and
// missing second factor answer alike, after the same work. Tries are counted before anything is looked at.

import { failed, ok, type CenterId, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { newToken, tokenDigest } from '../sign-in/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { trustDevice } from './failure-queries.ts'
import { findPasswordHash, findTotp } from './factor-queries.ts'
import { beginSession, type Pending } from './pending-session.ts'
import { findPersonByEmail } from './person-queries.ts'
import { proves, type Proof } from './second-factor.ts'
import { endSession, type SessionMethod } from './session-queries.ts'
import { countTry, forgive, type Guest } from './sign-in-limit.ts'

export type Refused =
  { readonly code: 'wrong' } | { readonly code: 'busy' } | { readonly code: 'wait'; readonly seconds: number }

/** The cookies to set. `device`: of this browser, for next time. */
export type SignedInCookies = { readonly token: string; readonly device: string }

type Looked = { readonly person: PersonId | undefined; readonly hash: string | undefined }

/** The first step. The token is of a session that opens the page of the second factor only. */
export async function checkFirstFactor(
  parts: AccountParts,
  origin: Origin,
  given: { readonly email: string; readonly password: string },
): Promise<Result<string, Refused>> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return failed({ code: 'wrong' })
  const account = given.email.trim().toLowerCase()
  const looked = await lookUp(parts, center, origin, account)
  if (!looked.ok) return looked
  const verified = await parts.hashing.verifyPassword(looked.value.hash, given.password)
  if (!verified.ok) return failed({ code: 'busy' })
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const { person } = looked.value
    if (!verified.value || person === undefined) {
      await insertAuditEntry(trx, serviceOf(center), { event: 'sign-in-refused', reason: 'first-factor' })
      return failed({ code: 'wrong' })
    }
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
    const decision = await countTry(trx, parts, center, { account, person, origin })
    if (decision !== 'go') return failed({ code: 'wait', seconds: decision.waitSeconds })
    if (person === undefined) return ok({ person, hash: undefined })
    const hash = await findPasswordHash(trx, center, person)
    const totp = await findTotp(trx, center, person)
    return ok({ person, hash: totp?.confirmed === true ? hash : undefined })
  })
}

/** The second step: a code, or one of the codes on paper. */
export async function checkSecondFactor(
  parts: AccountParts,
  origin: Origin,
  pending: Pending,
  proof: Proof,
): Promise<Result<SignedInCookies, Refused>> {
  const { center, account } = pending
  const guest: Guest = { account: account.email, person: account.person, origin }
  const decision = await parts.database.transactAs(serviceOf(center), (trx) => countTry(trx, parts, center, guest))
  if (decision !== 'go') return failed({ code: 'wait', seconds: decision.waitSeconds })
  const method = await parts.database.transactAs({ center, person: account.person }, (trx) =>
    proves(trx, parts, { center, person: account.person }, proof),
  )
  if (method === undefined) {
    await parts.database.transactAs(serviceOf(center), (trx) =>
      insertAuditEntry(trx, serviceOf(center), { event: 'sign-in-refused', reason: 'second-factor' }),
    )
    return failed({ code: 'wrong' })
  }
  return ok(await finish(parts, guest, { center, person: account.person, method, pending: pending.session }))
}

export type Finished = {
  readonly center: CenterId
  readonly person: PersonId
  readonly method: SessionMethod
  /** The session of the first step, which ends. */
  readonly pending: string | undefined
}

/** A new session with a new token; the tries are taken back, and this browser is known from now on. */
export async function finish(
  parts: AccountParts,
  guest: Guest,
  { center, person, method, pending }: Finished,
): Promise<SignedInCookies> {
  const device = guest.origin.device ?? newToken(parts.random)
  await parts.database.transactAs(serviceOf(center), (trx) => forgive(trx, parts, center, guest))
  const token = await parts.database.transactAs({ center, person }, async (trx) => {
    if (pending !== undefined) await endSession(trx, center, pending, parts.now())
    await trustDevice(trx, center, person, tokenDigest(device), parts.now())
    await insertAuditEntry(trx, { center, person }, { event: 'signed-in', reason: method })
    return beginSession(trx, parts, { center, person, method, browser: guest.origin.browser })
  })
  return { token, device }
}
