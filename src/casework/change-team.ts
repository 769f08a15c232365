// Who is on a case: the row that lets a person in and the row that says so come and go in one transaction.

import { caseScopeOf } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { failed, ok, Problem, type CaseId, type PersonId, type Result } from '../shared/index.ts'
import type { TeamMember } from './case.ts'
import type { FoundCase } from './case-queries.ts'
import type { Casework, Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import {
  deleteTeamMember,
  endCaseAccess,
  findColleague,
  grantCaseAccess,
  insertTeamMember,
  teamOf,
} from './team-queries.ts'

export type TeamChange = { readonly id: CaseId; readonly member: PersonId }

/** 'no-such-person': or an account that has ended. 'last-member': nobody could see the sealed case any more. */
export type TeamFault =
  'closed' | 'no-such-person' | 'no-case-role' | 'conflict' | 'already-on-team' | 'not-on-team' | 'last-member'

export function addToTeam(
  casework: Casework,
  who: Who,
  { id, member }: TeamChange,
): Promise<Result<undefined, TeamFault>> {
  return inCase<undefined, TeamFault>(casework, who, { id, action: 'team' }, async (trx, found) => {
    const colleague = await findColleague(trx, who.center, member)
    if (colleague === undefined) return failed('no-such-person')
    if (caseScopeOf(colleague.roles) === 'none') return failed('no-case-role')
    if (found.conflicted.includes(member)) return failed('conflict')
    if (isOn(await teamOf(trx, who.center, id), member)) return failed('already-on-team')
    if (!(await grantCaseAccess(trx, id, member))) throw new Problem('not-permitted')
    const { discipline } = colleague
    const row = { center: who.center, of: id, member, discipline, by: who.person, now: casework.now() }
    await insertTeamMember(trx, row)
    await logOnCase(trx, who, id, { event: 'team-added', subject: { kind: 'person', id: member } })
    return ok(undefined)
  })
}

export const removeFromTeam = (
  casework: Casework,
  who: Who,
  { id, member }: TeamChange,
): Promise<Result<undefined, TeamFault>> =>
  inCase<undefined, TeamFault>(casework, who, { id, action: 'team' }, (trx, found) => remove(trx, who, found, member))

/** Anybody may leave. */
export const leaveCase = (casework: Casework, who: Who, id: CaseId): Promise<Result<undefined, TeamFault>> =>
  inCase<undefined, TeamFault>(casework, who, { id, action: 'see' }, (trx, found) =>
    remove(trx, who, found, who.person),
  )

/** The row of the team first: who leaves a sealed case sees nothing of it afterwards. */
async function remove(trx: Trx, who: Who, found: FoundCase, member: PersonId): Promise<Result<undefined, TeamFault>> {
  const team = await teamOf(trx, who.center, found.id)
  if (!isOn(team, member)) return failed('not-on-team')
  if (isLastOfSealed(found, team, member)) return failed('last-member')
  await deleteTeamMember(trx, who.center, found.id, member)
  if (!(await endCaseAccess(trx, found.id, member))) throw new Problem('not-permitted')
  await logOnCase(trx, who, found.id, { event: 'team-removed', subject: { kind: 'person', id: member } })
  return ok(undefined)
}

const isOn = (team: readonly TeamMember[], member: PersonId): boolean => team.some(({ person }) => person === member)

export const isLastOfSealed = (found: FoundCase, team: readonly TeamMember[], member: PersonId): boolean =>
  found.state.sealed && team.length === 1 && isOn(team, member)
