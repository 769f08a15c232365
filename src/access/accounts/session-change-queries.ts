// The SQL that changes a session: seen again, proven again, ended. Each of them names the person whose session it is, so that an
// administrator, whom the database lets see all sessions, never ends one by its id alone.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import type { SessionMode } from '../sign-in/index.ts'

export type SessionOf = { readonly center: CenterId; readonly person: PersonId; readonly session: string }

export async function touchSession(trx: Trx, of: SessionOf, now: Date): Promise<void> {
  await open(trx, of).set({ last_seen_at: now }).execute()
}

export async function stepUpSession(trx: Trx, of: SessionOf, now: Date): Promise<void> {
  await open(trx, of).set({ stepped_up_at: now, last_seen_at: now }).execute()
}

export async function setSessionMode(trx: Trx, of: SessionOf, mode: SessionMode): Promise<void> {
  await open(trx, of).set({ mode }).execute()
}

/** False: there was none to end. */
export async function endSession(trx: Trx, of: SessionOf, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await open(trx, of).set({ ended_at: now }).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends all of a person's sessions but the one given. Returns how many there were. */
export async function endOtherSessions(trx: Trx, { center, person, session }: SessionOf, now: Date): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('session_id', '<>', session)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const open = (trx: Trx, { center, person, session }: SessionOf) =>
  trx
    .updateTable('sessions')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('session_id', '=', session)
    .where('ended_at', 'is', null)
