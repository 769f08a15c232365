// A conflict of interest: a relative, a neighbour, a suspect's friend. It wins over every role, and ends every way in. Anybody
// may say it of herself, and has left the case with that.

import { failed, ok, Problem, type Result } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { isLastOfSealed, type TeamChange } from './change-team.ts'
import { inCase, logOnCase } from './in-case.ts'
import { findColleague, recordCaseConflict, teamOf } from './team-queries.ts'

export type ConflictFault = 'closed' | 'no-such-person' | 'already-recorded' | 'last-member'

export function recordConflict(
  casework: Casework,
  who: Who,
  { id, member }: TeamChange,
): Promise<Result<undefined, ConflictFault>> {
  const action = member === who.person ? 'see' : 'team'
  return inCase<undefined, ConflictFault>(casework, who, { id, action }, async (trx, found) => {
    if ((await findColleague(trx, who.center, member)) === undefined) return failed('no-such-person')
    if (found.conflicted.includes(member)) return failed('already-recorded')
    if (isLastOfSealed(found, await teamOf(trx, who.center, id), member)) return failed('last-member')
    if (!(await recordCaseConflict(trx, id, member))) throw new Problem('not-permitted')
    await logOnCase(trx, who, id, { event: 'conflict-recorded', subject: { kind: 'person', id: member } })
    return ok(undefined)
  })
}
