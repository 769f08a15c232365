// The SQL that changes people, their roles, links and sessions, and nothing else.

import { randomUUID } from 'node:crypto'

import type { Actor, Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import type { Role } from '../role.ts'

export type NewPerson = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly discipline: string
  readonly agency: string | null
  readonly language: string
}

/** False where somebody of this center has the e-mail already. */
export async function insertPerson(trx: Trx, center: CenterId, person: NewPerson, now: Date): Promise<boolean> {
  const { id, name, email, discipline, agency, language } = person
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('people')
    .values({ center_id: center, person_id: id, name, email, discipline, agency_id: agency, language, created_at: now })
    .onConflict((conflict) => conflict.columns(['center_id', 'email']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type PersonChange = Partial<{
  readonly name: string
  readonly discipline: string
  readonly agency_id: string | null
  readonly ended_at: Date
  readonly reviewed_at: Date
}>

export async function updatePerson(trx: Trx, center: CenterId, id: PersonId, change: PersonChange): Promise<void> {
  await trx.updateTable('people').set(change).where('center_id', '=', center).where('person_id', '=', id).execute()
}

/**
 * Takes the accounts that may not change meanwhile: first every administrator's, in one order for all, then this person's.
 * Two administrators who end each other at the same moment so come one after the other. Returns the administrators who
 * are left, read after the locks were given.
 */
export async function lockPeople(trx: Trx, center: CenterId, id: PersonId): Promise<ReadonlySet<string>> {
  const active = () => trx.selectFrom('people as p').select('p.person_id').where('p.center_id', '=', center)
  const administrators = () =>
    active()
      .where('p.ended_at', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('person_roles as r')
            .select('r.role')
            .whereRef('r.center_id', '=', 'p.center_id')
            .whereRef('r.person_id', '=', 'p.person_id')
            .where('r.role', '=', 'administrator'),
        ),
      )
  await administrators().orderBy('p.person_id').forUpdate().execute()
  await active().where('p.person_id', '=', id).forUpdate().execute()
  return new Set((await administrators().execute()).map(({ person_id: one }) => one))
}

export async function insertRoles(
  trx: Trx,
  { center, person: by }: Actor,
  id: PersonId,
  roles: readonly Role[],
  now: Date,
): Promise<void> {
  if (roles.length === 0) return
  await trx
    .insertInto('person_roles')
    .values(roles.map((role) => ({ center_id: center, person_id: id, role, granted_at: now, granted_by: by })))
    .execute()
}

export async function deleteRoles(trx: Trx, center: CenterId, id: PersonId, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return
  await trx
    .deleteFrom('person_roles')
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .where('role', 'in', [...roles])
    .execute()
}

export async function endSessions(trx: Trx, center: CenterId, id: PersonId, now: Date): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Those that an earlier link began and that have not finished: they count as long as any link of hers is open. */
export async function endEnrolments(trx: Trx, center: CenterId, id: PersonId, now: Date): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .where('method', '=', 'invitation')
    .where('ended_at', 'is', null)
    .execute()
}

export type LinkPurpose = 'welcome' | 'reset'

export type NewInvitation = {
  readonly person: PersonId
  readonly digest: Buffer
  readonly purpose: LinkPurpose
  readonly now: Date
  readonly expires: Date
}

export async function insertInvitation(trx: Trx, { center, person: by }: Actor, link: NewInvitation): Promise<void> {
  await trx
    .insertInto('invitations')
    .values({
      center_id: center,
      invitation_id: randomUUID(),
      person_id: link.person,
      token_sha256: link.digest,
      purpose: link.purpose,
      created_at: link.now,
      created_by: by,
      expires_at: link.expires,
    })
    .execute()
}

/** Returns how many links still worked. */
export async function revokeInvitations(trx: Trx, center: CenterId, id: PersonId, now: Date): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export type OpenLink = { readonly purpose: LinkPurpose; readonly expiresAt: Date }

/** The newest link that was neither used nor cancelled; it may be past its time. */
export async function findLink(trx: Trx, center: CenterId, id: PersonId): Promise<OpenLink | undefined> {
  const row = await trx
    .selectFrom('invitations')
    .select(['purpose', 'expires_at'])
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { purpose: row.purpose === 'reset' ? 'reset' : 'welcome', expiresAt: row.expires_at }
}

/** Whether this person was invited and has used no link yet. */
export async function awaitsWelcome(trx: Trx, center: CenterId, id: PersonId): Promise<boolean> {
  const links = await trx
    .selectFrom('invitations')
    .select(['purpose', 'used_at'])
    .where('center_id', '=', center)
    .where('person_id', '=', id)
    .execute()
  return links.some(({ purpose }) => purpose === 'welcome') && links.every(({ used_at: used }) => used === null)
}
