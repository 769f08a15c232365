// Ends somebody's access, and confirms that it is still needed. Ending takes her sessions and open links in the same
// transaction: the next request finds nobody signed in.

import type { Database } from '../../database/index.ts'
import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { isLast, refuseFormer } from './administrators.ts'
import { endSessions, lockPeople, revokeInvitations, updatePerson } from './change-queries.ts'
import { actingWith, type Acting, type PeopleFault } from './person.ts'
import { findPerson } from './person-queries.ts'

/** `sessions`: how many were open. */
export type Ended = { readonly sessions: number }

/** Throws Problem('not-found'). */
export function endAccess(
  database: Database,
  acting: Acting,
  id: PersonId,
  now: Date,
): Promise<Result<Ended, PeopleFault>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    const administrators = await lockPeople(trx, actor.center, id)
    refuseFormer(administrators, actor)
    const person = await findPerson(trx, actor.center, id)
    if (person === undefined) throw new Problem('not-found')
    if (person.endedAt !== null) return failed('already-ended')
    if (isLast(administrators, id)) return failed('last-administrator')
    if (id === actor.person) return failed('own-access')
    await updatePerson(trx, actor.center, id, { ended_at: now })
    const sessions = await endSessions(trx, actor.center, id, now)
    await revokeInvitations(trx, actor.center, id, now)
    await insertAuditEntry(trx, actor, { event: 'access-ended', subject: { kind: 'person', id }, fields: ['ended_at'] })
    return ok({ sessions })
  })
}

/** Says that this access is still needed. Throws Problem('not-found'). */
export function confirmAccess(
  database: Database,
  acting: Acting,
  id: PersonId,
  now: Date,
): Promise<Result<null, PeopleFault>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    refuseFormer(await lockPeople(trx, actor.center, id), actor)
    const person = await findPerson(trx, actor.center, id)
    if (person === undefined) throw new Problem('not-found')
    if (person.endedAt !== null) return failed('already-ended')
    if (id === actor.person) return failed('own-review')
    await updatePerson(trx, actor.center, id, { reviewed_at: now })
    await insertAuditEntry(trx, actor, {
      event: 'access-reviewed',
      subject: { kind: 'person', id },
      fields: ['reviewed_at'],
    })
    return ok(null)
  })
}
