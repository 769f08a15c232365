// Gives and takes roles. Nobody changes her own, a center keeps an administrator, and what was taken counts on the next request.

import type { Database } from '../../database/index.ts'
import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { isRole, type Role } from '../role.ts'
import { isLast, refuseFormer } from './administrators.ts'
import { deleteRoles, insertRoles, lockPeople } from './change-queries.ts'
import { actingWith, type Acting, type PeopleFault, type Person } from './person.ts'
import { findPerson } from './person-queries.ts'

export type RoleChange = { readonly granted: readonly Role[]; readonly revoked: readonly Role[] }

/** `wanted`: every role that the person has afterwards, as it was typed. Throws Problem('not-found'). */
export function changeRoles(
  database: Database,
  acting: Acting,
  change: { readonly person: PersonId; readonly wanted: readonly string[] },
  now: Date,
): Promise<Result<RoleChange, PeopleFault>> {
  const actor = actingWith(acting, 'people:manage')
  const { person: id } = change
  const wanted = [...new Set(change.wanted)].filter(isRole)
  return database.transactAs(actor, async (trx) => {
    const administrators = await lockPeople(trx, actor.center, id)
    refuseFormer(administrators, actor)
    const person = await findPerson(trx, actor.center, id)
    if (person === undefined) throw new Problem('not-found')
    const fault = rolesFault({ person, wanted, administrators, own: id === actor.person })
    if (fault !== undefined) return failed(fault)
    const granted = wanted.filter((role) => !person.roles.includes(role))
    const revoked = person.roles.filter((role) => !wanted.includes(role))
    await deleteRoles(trx, actor.center, id, revoked)
    await insertRoles(trx, actor, id, granted, now)
    const subject = { kind: 'person', id }
    for (const role of revoked) await insertAuditEntry(trx, actor, { event: 'role-revoked', subject, reason: role })
    for (const role of granted) await insertAuditEntry(trx, actor, { event: 'role-granted', subject, reason: role })
    return ok({ granted, revoked })
  })
}

type Asked = {
  readonly person: Person
  readonly wanted: readonly Role[]
  /** Ids of those who are administrators now. */
  readonly administrators: ReadonlySet<string>
  readonly own: boolean
}

function rolesFault({ person, wanted, administrators, own }: Asked): PeopleFault | undefined {
  if (person.endedAt !== null) return 'already-ended'
  if (!wanted.includes('administrator') && isLast(administrators, person.id)) return 'last-administrator'
  if (own) return 'own-roles'
  if (wanted.length === 0) return 'roles-none'
  return wanted.includes('partner') && person.agency === null ? 'agency-needed' : undefined
}
