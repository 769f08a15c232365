// The SQL of who is on a case, and nothing else. Who is let in is written by functions of the database (migration 04).

import { sql } from 'kysely'

import { isDiscipline, isRole, type Discipline, type Role } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { personId, type CaseId, type CenterId, type PersonId } from '../shared/index.ts'
import type { TeamMember } from './case.ts'

export async function teamOf(trx: Trx, center: CenterId, of: CaseId): Promise<readonly TeamMember[]> {
  const rows = await trx
    .selectFrom('case_team as t')
    .innerJoin('people as p', (join) =>
      join.onRef('p.center_id', '=', 't.center_id').onRef('p.person_id', '=', 't.person_id'),
    )
    .select(['t.person_id', 'p.name', 't.discipline'])
    .where('t.center_id', '=', center)
    .where('t.case_id', '=', of)
    .orderBy('t.added_at')
    .orderBy('p.name')
    .execute()
  return rows.flatMap(({ person_id, name, discipline }) =>
    isDiscipline(discipline) ? [{ person: personId(person_id), name, discipline }] : [],
  )
}

export type Colleague = { readonly discipline: Discipline; readonly roles: readonly Role[] }

/** A person whose account has not ended. */
export async function findColleague(trx: Trx, center: CenterId, person: PersonId): Promise<Colleague | undefined> {
  const rows = await trx
    .selectFrom('people as p')
    .leftJoin('person_roles as r', (join) =>
      join.onRef('r.center_id', '=', 'p.center_id').onRef('r.person_id', '=', 'p.person_id'),
    )
    .select(['p.discipline', 'r.role'])
    .where('p.center_id', '=', center)
    .where('p.person_id', '=', person)
    .where('p.ended_at', 'is', null)
    .execute()
  const discipline = rows[0]?.discipline
  if (discipline === undefined || !isDiscipline(discipline)) return undefined
  return { discipline, roles: rows.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : [])) }
}

export type ListedColleague = Colleague & { readonly person: PersonId; readonly name: string }

/** Everybody of the center whose account has not ended, by name. */
export async function listColleagueRows(trx: Trx, center: CenterId): Promise<readonly ListedColleague[]> {
  const rows = await trx
    .selectFrom('people as p')
    .leftJoin('person_roles as r', (join) =>
      join.onRef('r.center_id', '=', 'p.center_id').onRef('r.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.name', 'p.discipline', sql<string[]>`array_remove(array_agg(r.role), null)`.as('roles')])
    .where('p.center_id', '=', center)
    .where('p.ended_at', 'is', null)
    .groupBy(['p.center_id', 'p.person_id', 'p.name', 'p.discipline'])
    .orderBy('p.name')
    .execute()
  return rows.flatMap(({ person_id, name, discipline, roles }) =>
    isDiscipline(discipline) ? [{ person: personId(person_id), name, discipline, roles: roles.filter(isRole) }] : [],
  )
}

export async function grantCaseAccess(trx: Trx, id: CaseId, member: PersonId): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select grant_case_access(${id}, ${member}) as done`.execute(trx)
  return rows[0]?.done === true
}

export async function endCaseAccess(trx: Trx, id: CaseId, member: PersonId): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select end_case_access(${id}, ${member}) as done`.execute(trx)
  return rows[0]?.done === true
}

export async function recordCaseConflict(trx: Trx, id: CaseId, member: PersonId): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select record_case_conflict(${id}, ${member}) as done`.execute(trx)
  return rows[0]?.done === true
}

export type NewTeamMember = {
  readonly center: CenterId
  readonly of: CaseId
  readonly member: PersonId
  readonly discipline: Discipline
  readonly by: PersonId
  readonly now: Date
}

export async function insertTeamMember(trx: Trx, row: NewTeamMember): Promise<void> {
  const { center, of, member, discipline, by, now } = row
  await trx
    .insertInto('case_team')
    .values({ center_id: center, case_id: of, person_id: member, discipline, added_at: now, added_by: by })
    .execute()
}

export async function deleteTeamMember(trx: Trx, center: CenterId, of: CaseId, member: PersonId): Promise<void> {
  await trx
    .deleteFrom('case_team')
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('person_id', '=', member)
    .execute()
}
