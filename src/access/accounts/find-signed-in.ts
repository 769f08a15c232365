// Who holds this session, read anew for each request: a role that was taken away, an account or a session that was ended counts
// at once. `last_seen_at` is written at most once in half a minute, so that reading pages costs few writes.

import type { FindSignedIn, SignedIn } from '../signed-in.ts'
import { caseScopeOf, permissionsOf } from '../role.ts'
import { endsAt, needsRecheck, sessionState, tokenDigest } from '../sign-in/index.ts'
import type { CenterId } from '../../shared/index.ts'
import { serviceOf, type AccountParts } from './account-parts.ts'
import { formTokenOf } from './pending-session.ts'
import { findAccount, type Account } from './person-queries.ts'
import { touchSession } from './session-change-queries.ts'
import { findSession, isPendingMethod, type StoredSession } from './session-queries.ts'

const touchEveryMs = 30_000

export const findSignedInWith =
  ({ database }: Pick<AccountParts, 'database'>): FindSignedIn =>
  async (host, token, now) => {
    if (token === undefined) return undefined
    const center = await database.beforeSignIn.centerForHost(host)
    if (center === undefined) return undefined
    return database.transactAs(serviceOf(center), async (trx) => {
      const session = await findSession(trx, center, tokenDigest(token))
      if (session === undefined || isPendingMethod(session.method)) return undefined
      if (sessionState(session, now) !== 'open') return undefined
      const account = await findAccount(trx, center, session.person)
      if (account === undefined) return undefined
      if (!isDue(session, now)) return signedIn(center, account, session, token)
      await touchSession(trx, { center, person: session.person, session: session.id }, now)
      return signedIn(center, account, { ...session, lastSeenAt: now }, token)
    })
  }

/** In a case review a quiet session is not seen again until its holder has said that she is still there. */
const isDue = (session: StoredSession, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() >= touchEveryMs && !needsRecheck(session, now)

const signedIn = (center: CenterId, account: Account, session: StoredSession, token: string): SignedIn => ({
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
})
