// Between the first proof and the second: a session that opens nothing but the page of the second factor, or with an invitation
// the pages that set up how somebody will sign in. It ends when she is signed in, or after fifteen quiet minutes. With an
// invitation it is looked at each time whether the invitation still holds.

import type { Trx } from '../../database/index.ts'
import type { CenterId } from '../../shared/index.ts'
import { sessionState, tokenDigest } from '../sign-in/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { hasAccounts } from './first-administrator-queries.ts'
import { hasOpenInvitation } from './invitation-queries.ts'
import { findAccount, type Account } from './person-queries.ts'
import { touchSession } from './session-change-queries.ts'
import { findSession, isPendingMethod, type StoredSession } from './session-queries.ts'

export type Pending = {
  readonly center: CenterId
  readonly session: string
  readonly method: 'password-only' | 'invitation'
  readonly account: Account
  readonly createdAt: Date
  /** Goes along with its forms. */
  readonly formToken: string
}

export async function findPending(
  parts: AccountParts,
  origin: Pick<Origin, 'host'>,
  token: string | undefined,
): Promise<Pending | undefined> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined || token === undefined) return undefined
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const session = await findSession(trx, center, tokenDigest(token))
    if (session === undefined || sessionState(session, parts.now()) !== 'open') return undefined
    const { method, id, createdAt } = session
    if (!isPendingMethod(method) || !(await holds(trx, center, session))) return undefined
    const account = await findAccount(trx, center, session.person)
    if (account === undefined) return undefined
    await touchSession(trx, { center, person: session.person, session: id }, parts.now())
    return { center, session: id, method, account, createdAt, formToken: formTokenOf(token) }
  })
}

async function holds(trx: Trx, center: CenterId, { method, person }: StoredSession): Promise<boolean> {
  if (method === 'password-only') return true
  return (await hasOpenInvitation(trx, center, person)) || !(await hasAccounts(trx, center))
}

/** What only a page of this session knows: a digest of its token under a label of its own. */
export const formTokenOf = (token: string): string => tokenDigest(`form ${token}`).toString('base64url')
