// The end of an enrolment: with the first passkey, or with the first code of an app, the invitation is used up, everything that
// proved who she was before is gone, every other session ends, and she is signed in. What is refused changes nothing.

import type { Trx } from '../../database/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { finish, type SignedInCookies } from './begin-session.ts'
import { deletePasswordWay, passwordChangedAt } from './factor-queries.ts'
import { forgetDevices } from './failure-queries.ts'
import { hasAccounts } from './first-administrator-queries.ts'
import { useInvitations } from './invitation-queries.ts'
import { proveNewApp, showNewApp, storeNewApp, type AppOwner, type AppShown } from './new-app.ts'
import { verifiedNewPasskey } from './new-passkey.ts'
import { deletePasskeys, insertPasskey } from './passkey-queries.ts'
import type { Pending } from './pending-session.ts'
import { endOtherSessions } from './session-change-queries.ts'
import type { SessionMethod } from './session-queries.ts'

/** `over`: the invitation was used or revoked meanwhile, or somebody else is the first administrator. */
export type EnrolmentFault = 'wrong' | 'over' | 'no-password'

export type Enrolled = SignedInCookies & {
  /** Ten codes to print, shown once; none with a passkey. */
  readonly codes: readonly string[]
}

const ownerOf = ({ center, session, account }: Pending): AppOwner => ({ center, session, ...account })

/** Undefined: the password comes first. */
export function beginAppEnrolment(parts: AccountParts, pending: Pending): Promise<AppShown | undefined> {
  return parts.database.transactAs(serviceOf(pending.center), async (trx) =>
    (await hasNewPassword(trx, pending)) ? showNewApp(trx, parts, ownerOf(pending)) : undefined,
  )
}

export async function enrolWithApp(
  parts: AccountParts,
  origin: Origin,
  pending: Pending,
  code: string,
): Promise<Result<Enrolled, EnrolmentFault>> {
  const codes = await parts.database.transactAs(serviceOf(pending.center), (trx) => storeApp(trx, parts, pending, code))
  if (!codes.ok) return codes
  return ok({ codes: codes.value, ...(await signIn(parts, origin, pending, 'password-totp')) })
}

async function storeApp(
  trx: Trx,
  parts: AccountParts,
  pending: Pending,
  code: string,
): Promise<Result<readonly string[], EnrolmentFault>> {
  if (!(await hasNewPassword(trx, pending))) return failed('no-password')
  const proven = await proveNewApp(trx, parts, ownerOf(pending), code)
  if (proven === undefined) return failed('wrong')
  if (!(await useUp(trx, parts, pending))) return failed('over')
  const codes = await storeNewApp(trx, parts, ownerOf(pending), proven)
  if (codes === undefined) return failed('over')
  await deletePasskeys(trx, pending.center, pending.account.person)
  return ok(codes)
}

export async function enrolWithPasskey(
  parts: AccountParts,
  origin: Origin,
  pending: Pending,
  { posted, label }: { readonly posted: unknown; readonly label: string },
): Promise<Result<Enrolled, EnrolmentFault>> {
  const { center, account } = pending
  const { person } = account
  const passkey = await verifiedNewPasskey(parts, { center, person }, posted)
  if (passkey === undefined) return failed('wrong')
  const stored = await parts.database.transactAs(serviceOf(center), async (trx) => {
    if (!(await useUp(trx, parts, pending))) return false
    await deletePasswordWay(trx, center, person)
    await deletePasskeys(trx, center, person)
    await insertPasskey(trx, { center, person, passkey, label, now: parts.now() })
    return true
  })
  return stored ? ok({ codes: [], ...(await signIn(parts, origin, pending, 'passkey')) }) : failed('over')
}

/** Set in this enrolment: an old one may be known to whoever the reset is meant to keep out. */
async function hasNewPassword(trx: Trx, { center, account, createdAt }: Pending): Promise<boolean> {
  const changed = await passwordChangedAt(trx, center, account.person)
  return changed !== undefined && changed >= createdAt
}

/** False, and nothing was changed: there is no invitation left to use, and somebody can sign in already. */
async function useUp(trx: Trx, parts: AccountParts, { center, session, account }: Pending): Promise<boolean> {
  const { person } = account
  const invited = await useInvitations(trx, center, person, parts.now())
  if (!invited && (await hasAccounts(trx, center))) return false
  await endOtherSessions(trx, { center, person, session }, parts.now())
  await forgetDevices(trx, center, person)
  const subject = { kind: 'person', id: person }
  await insertAuditEntry(trx, serviceOf(center), { event: 'invitation-used', subject, reason: 'finished' })
  return true
}

const signIn = (parts: AccountParts, origin: Origin, pending: Pending, method: SessionMethod) =>
  finish(parts, origin, { center: pending.center, person: pending.account.person, method, pending: pending.session })
