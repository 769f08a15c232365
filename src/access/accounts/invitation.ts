// The link that an invited person, or one who lost her second factor, gets from an administrator. Opening it shows a page; its
// button begins the session in which she sets up how to sign in. A link that does not hold is like one that never was.

import { insertAuditEntry } from '../audit-queries.ts'
import { tokenDigest } from '../sign-in/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { beginSession } from './begin-session.ts'
import { findInvitation } from './invitation-queries.ts'
import { findAccount, type Account } from './person-queries.ts'

export type Invited = { readonly purpose: 'welcome' | 'reset'; readonly account: Account }

/** Whom the link is for; undefined where it does not hold. */
export async function findInvited(
  parts: AccountParts,
  origin: Pick<Origin, 'host'>,
  token: string,
): Promise<Invited | undefined> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return undefined
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    const invitation = await findInvitation(trx, center, tokenDigest(token), parts.now())
    const account = invitation && (await findAccount(trx, center, invitation.person))
    return account && { purpose: invitation.purpose, account }
  })
}

/** The token of a session that opens the pages of enrolment only. */
export async function acceptInvitation(
  parts: AccountParts,
  origin: Origin,
  token: string,
): Promise<string | undefined> {
  const center = await centerOfHost(parts, origin)
  const invited = await findInvited(parts, origin, token)
  if (center === undefined || invited === undefined) return undefined
  const { person } = invited.account
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    await insertAuditEntry(trx, serviceOf(center), {
      event: 'invitation-used',
      subject: { kind: 'person', id: person },
      reason: 'opened',
    })
    return beginSession(trx, parts, { center, person, method: 'invitation', browser: origin.browser })
  })
}
