// Between the first proof and the second: a session that opens nothing but the page of the second factor, or with an invitation
// the pages that set up how somebody will sign in. It ends when she is signed in, or after fifteen minutes.

import { randomUUID } from 'node:crypto'

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import { newToken, sessionState, tokenDigest } from '../sign-in/index.ts'
import { serviceOf, centerOfHost, type AccountParts, type Origin } from './account-parts.ts'
import { findAccount, type Account } from './person-queries.ts'
import { findSession, insertSession, type SessionMethod } from './session-queries.ts'

export type Pending = {
  readonly center: CenterId
  readonly session: string
  readonly method: 'password-only' | 'invitation'
  readonly account: Account
  /** Goes along with its forms. */
  readonly formToken: string
}

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

export async function findPending(
  parts: AccountParts,
  origin: Origin,
  token: string | undefined,
): Promise<Pending | undefined> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined || token === undefined) return undefined
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const session = await findSession(trx, center, tokenDigest(token))
    if (session === undefined || sessionState(session, parts.now()) !== 'open') return undefined
    const { method } = session
    if (method !== 'password-only' && method !== 'invitation') return undefined
    const account = await findAccount(trx, center, session.person)
    return account && { center, session: session.id, method, account, formToken: formTokenOf(token) }
  })
}

/** What only a page of this session knows: a digest of its token under a label of its own. */
export const formTokenOf = (token: string): string => tokenDigest(`form ${token}`).toString('base64url')
