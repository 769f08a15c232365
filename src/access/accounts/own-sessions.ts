// Where somebody is signed in: the list, ending one or all others, signing out, and how long this one waits.

import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import { sessionState, type SessionMode } from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { endOtherSessions, endSession, setSessionMode, touchSession } from './session-change-queries.ts'
import { listSessions, type StoredSession } from './session-queries.ts'

type Who = Pick<SignedIn, 'center' | 'person' | 'session'>

/** Those that are open, newest first. */
export async function listOwnSessions(parts: AccountParts, who: Who): Promise<readonly StoredSession[]> {
  const all = await parts.database.transactAs(actorOf(who), (trx) => listSessions(trx, who.center, who.person))
  return all.filter((session) => sessionState(session, parts.now()) === 'open')
}

/** False: it is not one of hers, or was over already. */
export function endOwnSession(parts: AccountParts, who: Who, session: string): Promise<boolean> {
  return parts.database.transactAs(actorOf(who), async (trx) => {
    const ended = await endSession(trx, { ...who, session }, parts.now())
    if (ended)
      await insertAuditEntry(trx, actorOf(who), { event: 'session-ended', subject: { kind: 'session', id: session } })
    return ended
  })
}

export async function endAllOtherSessions(parts: AccountParts, who: Who): Promise<void> {
  await parts.database.transactAs(actorOf(who), async (trx) => {
    await endOtherSessions(trx, who, parts.now())
    await insertAuditEntry(trx, actorOf(who), { event: 'session-ended', reason: 'all-others' })
  })
}

export async function signOut(parts: AccountParts, who: Who): Promise<void> {
  await parts.database.transactAs(actorOf(who), async (trx) => {
    await endSession(trx, who, parts.now())
    await insertAuditEntry(trx, actorOf(who), { event: 'signed-out' })
  })
}

/** She is still there. */
export const keepSession = (parts: AccountParts, who: Who): Promise<void> =>
  parts.database.transactAs(actorOf(who), (trx) => touchSession(trx, who, parts.now()))

export const chooseMode = (parts: AccountParts, who: Who, mode: SessionMode): Promise<void> =>
  parts.database.transactAs(actorOf(who), (trx) => setSessionMode(trx, who, mode))
