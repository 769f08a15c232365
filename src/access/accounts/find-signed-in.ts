// Who holds this session, read anew for each request: a role that was taken away, an account or a session that was ended counts
// at once. `last_seen_at` is written at most once in half a minute, so that reading pages costs few writes.

import { actorOf, type FindSignedIn, type SignedIn } from '../signed-in.ts'
import { caseScopeOf, permissionsOf } from '../role.ts'
import { endsAt, needsRecheck, sessionState, tokenDigest } from '../sign-in/index.ts'
import { serviceOf, type AccountParts } from './account-parts.ts'
import { formTokenOf } from './pending-session.ts'
import { findAccount, type Account } from './person-queries.ts'
import { findSession, touchSession, type StoredSession } from './session-queries.ts'

const touchEveryMs = 30_000

export const findSignedInWith =
  ({ database }: Pick<AccountParts, 'database'>): FindSignedIn =>
  async (host, token, now) => {
    if (token === undefined) return undefined
    const center = await database.beforeSignIn.centerForHost(host)
    if (center === undefined) return undefined
    return database.transactAs(serviceOf(center), async (trx) => {
      const session = await findSession(trx, center, tokenDigest(token))
      if (session === undefined || !isOpen(session, now)) return undefined
      const account = await findAccount(trx, center, session.person)
      if (account === undefined) return undefined
      const touched = now.getTime() - session.lastSeenAt.getTime() >= touchEveryMs && !needsRecheck(session, now)
      if (touched) await touchSession(trx, center, session.id, now)
      return signedIn(
        actorOf({ center, person: account.person }),
        account,
        touched ? { ...session, lastSeenAt: now } : session,
        token,
      )
    })
  }

const isOpen = (session: StoredSession, now: Date): boolean =>
  session.method !== 'password-only' && session.method !== 'invitation' && sessionState(session, now) === 'open'

function signedIn(
  { center }: ReturnType<typeof actorOf>,
  account: Account,
  session: StoredSession,
  token: string,
): SignedIn {
  return {
    center,
    ...account,
    session: session.id,
    permissions: permissionsOf(account.roles),
    scope: caseScopeOf(account.roles),
    mode: session.mode,
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    steppedUpAt: session.steppedUpAt,
    idleAt: endsAt(session),
    formToken: formTokenOf(token),
  }
}
