// A new session, and the end of signing in: the browser is known from now on, and what is long over is swept out.

import { randomUUID } from 'node:crypto'

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { newToken, tokenDigest } from '../sign-in/index.ts'
import { serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { deleteOldAttempts, trustDevice } from './failure-queries.ts'
import { endSession } from './session-change-queries.ts'
import { insertSession, type SessionMethod } from './session-queries.ts'

/** The cookies to set. `device`: of this browser, for next time. */
export type SignedInCookies = { readonly token: string; readonly device: string }

export type Begun = {
  readonly center: CenterId
  readonly person: PersonId
  readonly method: SessionMethod
  readonly browser: string
}

/** Returns the token for the cookie; only its digest is stored. */
export async function beginSession(
  trx: Trx,
  parts: AccountParts,
  { center, person, method, browser }: Begun,
): Promise<string> {
  const token = newToken(parts.random)
  const digest = tokenDigest(token)
  await insertSession(trx, { center, id: randomUUID(), person, digest, method, device: browser, now: parts.now() })
  return token
}

export type Finished = {
  readonly center: CenterId
  readonly person: PersonId
  readonly method: SessionMethod
  /** The session of the first step, which ends. */
  readonly pending: string | undefined
}

const keptFailuresMs = 24 * 60 * 60_000

/** A new session with a new token. A cookie of a device that is no token of ours is not taken over. */
export async function finish(
  parts: AccountParts,
  origin: Origin,
  { center, person, method, pending }: Finished,
): Promise<SignedInCookies> {
  const device = /^[\w-]{43}$/.test(origin.device ?? '') ? (origin.device ?? '') : newToken(parts.random)
  const now = parts.now()
  const token = await parts.database.transactAs({ center, person }, async (trx) => {
    if (pending !== undefined) await endSession(trx, { center, person, session: pending }, now)
    await trustDevice(trx, center, person, tokenDigest(device), now)
    await insertAuditEntry(trx, { center, person }, { event: 'signed-in', reason: method })
    return beginSession(trx, parts, { center, person, method, browser: origin.browser })
  })
  await parts.database.transactAs(serviceOf(center), (trx) =>
    deleteOldAttempts(trx, center, new Date(now.getTime() - keptFailuresMs)),
  )
  return { token, device }
}
