// The way into a case that every action takes: one transaction as the person, the case and her relation to it by one statement,
// then the rules. Missing and forbidden leave it at the same place with the same Problem.

import { actorOf, insertAuditEntry, type NewEntry } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { failed, Problem, type CaseId, type Result } from '../shared/index.ts'
import { findCaseRow, type FoundCase } from './case-queries.ts'
import { mayOnCase, type CaseAction } from './case-relation.ts'
import type { Casework, Who } from './casework.ts'

/** Throws Problem('not-permitted') for a case that is not there or that this person may not do this on. */
export async function getCaseFor(trx: Trx, who: Who, id: CaseId, action: CaseAction): Promise<FoundCase> {
  const found = await findCaseRow(trx, actorOf(who), id)
  if (found === undefined || !mayOnCase(who, found.relation, found.state, action)) throw new Problem('not-permitted')
  return found
}

export type CaseWork<Value, Reason> = (trx: Trx, found: FoundCase) => Promise<Result<Value, Reason>>

/** 'closed': what the person could do if the case were reopened. */
export function inCase<Value, Reason>(
  { database }: Pick<Casework, 'database'>,
  who: Who,
  { id, action }: { readonly id: CaseId; readonly action: CaseAction },
  work: CaseWork<Value, Reason>,
): Promise<Result<Value, Reason | 'closed'>> {
  return database.transactAs(actorOf(who), async (trx) => {
    const found = await findCaseRow(trx, actorOf(who), id)
    if (found !== undefined && mayOnCase(who, found.relation, found.state, action)) return work(trx, found)
    if (found !== undefined && mayOnCase(who, found.relation, { ...found.state, closed: false }, action))
      return failed('closed')
    throw new Problem('not-permitted')
  })
}

/** An entry about a case, in the person's name. */
export const logOnCase = (trx: Trx, who: Who, id: CaseId, entry: Omit<NewEntry, 'case'>): Promise<void> =>
  insertAuditEntry(trx, actorOf(who), { subject: { kind: 'case', id }, ...entry, case: id })
