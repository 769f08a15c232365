// A new one-time link for somebody who is here already: to begin, or to begin again after a lost phone or key. An administrator
// starts this; what the person then signs in with is chosen by her alone.

import type { Database } from '../../database/index.ts'
import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { refuseFormer } from './administrators.ts'
import {
  awaitsWelcome,
  endEnrolments,
  insertInvitation,
  lockPeople,
  revokeInvitations,
  type LinkPurpose,
} from './change-queries.ts'
import type { Invited } from './invite-person.ts'
import { digestOf, expiryOf, newToken } from './link-token.ts'
import { actingWith, type Acting, type PeopleFault } from './person.ts'
import { findPerson } from './person-queries.ts'

export type NewLink = Invited & { readonly purpose: LinkPurpose }

/** The links before it end. Throws Problem('not-found'). */
export function renewLink(
  database: Database,
  acting: Acting,
  id: PersonId,
  now: Date,
): Promise<Result<NewLink, PeopleFault>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    refuseFormer(await lockPeople(trx, actor.center, id), actor)
    const person = await findPerson(trx, actor.center, id)
    if (person === undefined) throw new Problem('not-found')
    if (person.endedAt !== null) return failed('already-ended')
    // Who is signed in changes her own ways to sign in with a second look at who she is, not with a link.
    if (id === actor.person) return failed('own-link')
    const purpose = (await awaitsWelcome(trx, actor.center, id)) ? 'welcome' : 'reset'
    await revokeInvitations(trx, actor.center, id, now)
    // Whoever opened the link before, perhaps a stranger, does not go on with this one.
    await endEnrolments(trx, actor.center, id, now)
    const token = newToken()
    const expiresAt = expiryOf(now)
    await insertInvitation(trx, actor, { person: id, digest: digestOf(token), purpose, now, expires: expiresAt })
    await insertAuditEntry(trx, actor, { event: 'invited', subject: { kind: 'person', id }, reason: purpose })
    return ok({ person: id, name: person.name, language: person.language, token, expiresAt, purpose })
  })
}

/** Throws Problem('not-found'). */
export function cancelLink(
  database: Database,
  acting: Acting,
  id: PersonId,
  now: Date,
): Promise<Result<null, PeopleFault>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    refuseFormer(await lockPeople(trx, actor.center, id), actor)
    if ((await findPerson(trx, actor.center, id)) === undefined) throw new Problem('not-found')
    await endEnrolments(trx, actor.center, id, now)
    if ((await revokeInvitations(trx, actor.center, id, now)) === 0) return failed('no-link')
    await insertAuditEntry(trx, actor, { event: 'invitation-cancelled', subject: { kind: 'person', id } })
    return ok(null)
  })
}
