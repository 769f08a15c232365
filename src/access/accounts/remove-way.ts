// Taking away a way to sign in; never the last.

import type { Trx } from '../../database/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import type { AccountParts } from './account-parts.ts'
import { deletePasswordWay } from './factor-queries.ts'
import { changed, readWays, type Ways } from './own-ways.ts'
import { deletePasskey } from './passkey-queries.ts'
import { lockPerson } from './person-queries.ts'

/** `last`: there would be no way left to sign in. */
export type RemovalFault = 'missing' | 'last'

export const removeOwnPasskey = (
  parts: AccountParts,
  who: SignedIn,
  id: string,
): Promise<Result<undefined, RemovalFault>> =>
  remove(parts, who, async (trx, { password, app, passkeys }) => {
    if (!passkeys.some((passkey) => passkey.id === id)) return 'missing'
    if (passkeys.length === 1 && !(password && app)) return 'last'
    await deletePasskey(trx, who.center, who.person, id)
    await changed(trx, who, ['passkey'])
    return undefined
  })

/** Password, app and recovery codes go together. */
export const removeOwnPassword = (parts: AccountParts, who: SignedIn): Promise<Result<undefined, RemovalFault>> =>
  remove(parts, who, async (trx, { passkeys, password, app }) => {
    if (!password && !app) return 'missing'
    if (passkeys.length === 0) return 'last'
    await deletePasswordWay(trx, who.center, who.person)
    await changed(trx, who, ['password', 'totp', 'recovery-codes'])
    return undefined
  })

/** One removal of a person at a time: two at once could each leave the other as the last. */
function remove(
  parts: AccountParts,
  who: SignedIn,
  work: (trx: Trx, ways: Ways) => Promise<RemovalFault | undefined>,
): Promise<Result<undefined, RemovalFault>> {
  return parts.database.transactAs(actorOf(who), async (trx) => {
    await lockPerson(trx, who.center, who.person)
    const fault = await work(trx, await readWays(trx, who))
    return fault === undefined ? ok(undefined) : failed(fault)
  })
}
