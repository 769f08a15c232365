// Closes a case and opens it again. The version that the person read goes along: what somebody else changed meanwhile is not
// written over.

import { failed, ok, type CaseId, type Result } from '../shared/index.ts'
import { updateCase, type CaseChange } from './case-queries.ts'
import { today, type Casework, type Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'

export type ReadCase = { readonly id: CaseId; readonly version: number }

export type ChangeFault = 'closed' | 'changed-meanwhile' | 'already-closed' | 'not-closed'

export const closeCase = (casework: Casework, who: Who, read: ReadCase): Promise<Result<undefined, ChangeFault>> =>
  change(casework, who, read, { closed_on: today(casework) })

export const reopenCase = (casework: Casework, who: Who, read: ReadCase): Promise<Result<undefined, ChangeFault>> =>
  change(casework, who, read, { closed_on: null })

function change(
  casework: Casework,
  who: Who,
  read: ReadCase,
  to: Required<Pick<CaseChange, 'closed_on'>>,
): Promise<Result<undefined, ChangeFault>> {
  return inCase<undefined, ChangeFault>(casework, who, { id: read.id, action: 'change' }, async (trx, found) => {
    if (found.state.closed === (to.closed_on !== null))
      return failed(found.state.closed ? 'already-closed' : 'not-closed')
    if (!(await updateCase(trx, who.center, read, to))) return failed('changed-meanwhile')
    const reason = to.closed_on === null ? 'reopened' : 'closed'
    await logOnCase(trx, who, read.id, { event: 'case-changed', fields: ['closed_on'], reason })
    return ok(undefined)
  })
}
