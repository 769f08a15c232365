// Whose session this was, when it ended by itself a moment ago: nobody is let in by it, but a form that arrives just too late is
// kept for its writer. An account or a session that somebody ended has no such grace.

import { serviceOf, centerOfHost, type AccountParts, type Origin } from './account-parts.ts'
import { formTokenOf } from './pending-session.ts'
import { findAccount } from './person-queries.ts'
import type { Holder } from './second-factor.ts'
import { findSession, isPendingMethod } from './session-queries.ts'
import { endsAt, sessionState, tokenDigest } from '../sign-in/index.ts'

/** How long after its end: a lunch, a visit, a night. */
const graceMs = 24 * 60 * 60_000

export type TimedOut = Holder & { readonly formToken: string }

export async function findTimedOut(
  parts: AccountParts,
  origin: Pick<Origin, 'host'>,
  token: string | undefined,
): Promise<TimedOut | undefined> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined || token === undefined) return undefined
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const session = await findSession(trx, center, tokenDigest(token))
    if (session === undefined || isPendingMethod(session.method)) return undefined
    const state = sessionState(session, parts.now())
    if (state !== 'idle' && state !== 'over') return undefined
    if (parts.now().getTime() - endsAt(session).getTime() > graceMs) return undefined
    const account = await findAccount(trx, center, session.person)
    return account && { center, person: account.person, formToken: formTokenOf(token) }
  })
}
