// Whom a form about the team offers: everybody of the center, how each stands to the case, and who could be on a case at all.

import { actorOf, caseScopeOf } from '../access/index.ts'
import type { CaseId } from '../shared/index.ts'
import type { TeamMember } from './case.ts'
import type { Casework, Who } from './casework.ts'
import { getCaseFor } from './in-case.ts'
import { listColleagueRows, teamOf } from './team-queries.ts'

export type ColleagueView = TeamMember & {
  readonly onTeam: boolean
  readonly conflict: boolean
  /** Whether one of the person's roles works with cases. */
  readonly worksOnCases: boolean
}

/** By name. Throws Problem('not-permitted') for a case that is not there or whose team this person may not change. */
export function listColleagues(casework: Casework, who: Who, id: CaseId): Promise<readonly ColleagueView[]> {
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const { conflicted } = await getCaseFor(trx, who, id, 'team')
    const team = new Set((await teamOf(trx, who.center, id)).map(({ person }) => person))
    return (await listColleagueRows(trx, who.center)).map(({ roles, ...colleague }) => ({
      ...colleague,
      onTeam: team.has(colleague.person),
      conflict: conflicted.includes(colleague.person),
      worksOnCases: caseScopeOf(roles) !== 'none',
    }))
  })
}
