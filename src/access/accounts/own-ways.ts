// How somebody signs in, from her own account: what there is, a new app, new codes, a new passkey. Taking one away is in
// remove-way.ts.

import { failed, ok, type Result } from '../../shared/index.ts'
import type { Trx } from '../../database/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import type { AccountParts } from './account-parts.ts'
import { findPasswordHash, findTotp } from './factor-queries.ts'
import { proveNewApp, renewRecoveryCodes, showNewApp, storeNewApp, type AppShown } from './new-app.ts'
import { verifiedNewPasskey } from './new-passkey.ts'
import { insertPasskey, listPasskeys, type StoredPasskey } from './passkey-queries.ts'
import { findUnusedRecoveryCodes } from './recovery-queries.ts'

export type Ways = {
  readonly password: boolean
  /** Counts together with a password only. */
  readonly app: boolean
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly StoredPasskey[]
}

export const waysOf = (parts: AccountParts, who: SignedIn): Promise<Ways> =>
  parts.database.transactAs(actorOf(who), (trx) => readWays(trx, who))

export async function readWays(trx: Trx, { center, person }: SignedIn): Promise<Ways> {
  return {
    password: (await findPasswordHash(trx, center, person)) !== undefined,
    app: (await findTotp(trx, center, person)) !== undefined,
    recoveryCodesLeft: (await findUnusedRecoveryCodes(trx, center, person)).length,
    passkeys: await listPasskeys(trx, center, person),
  }
}

export const showOwnNewApp = (parts: AccountParts, who: SignedIn): Promise<AppShown> =>
  parts.database.transactAs(actorOf(who), (trx) => showNewApp(trx, parts, who))

/** Returns ten new recovery codes, shown once. */
export function changeApp(
  parts: AccountParts,
  who: SignedIn,
  code: string,
): Promise<Result<readonly string[], 'wrong'>> {
  return parts.database.transactAs(actorOf(who), async (trx) => {
    const proven = await proveNewApp(trx, parts, who, code)
    const codes = proven && (await storeNewApp(trx, parts, who, proven))
    if (codes === undefined) return failed('wrong')
    await changed(trx, who, ['totp', 'recovery-codes'])
    return ok(codes)
  })
}

/** Undefined: without an app there is nothing they could stand in for. */
export function newOwnRecoveryCodes(parts: AccountParts, who: SignedIn): Promise<readonly string[] | undefined> {
  return parts.database.transactAs(actorOf(who), async (trx) => {
    if ((await findTotp(trx, who.center, who.person)) === undefined) return undefined
    await changed(trx, who, ['recovery-codes'])
    return renewRecoveryCodes(trx, parts, who)
  })
}

/** False: the answer was refused. */
export async function addOwnPasskey(
  parts: AccountParts,
  who: SignedIn,
  { posted, label }: { readonly posted: unknown; readonly label: string },
): Promise<boolean> {
  const passkey = await verifiedNewPasskey(parts, who, posted)
  if (passkey === undefined) return false
  const { center, person } = who
  await parts.database.transactAs(actorOf(who), async (trx) => {
    await insertPasskey(trx, { center, person, passkey, label, now: parts.now() })
    await changed(trx, who, ['passkey'])
  })
  return true
}

export const changed = (trx: Trx, who: SignedIn, fields: readonly string[]): Promise<void> =>
  insertAuditEntry(trx, actorOf(who), { event: 'sign-in-method-changed', fields })
