// Erases what is known of a child or caregiver, for good: the fields, the sounds, the notes and the keys go in one transaction.
// A legal hold on any of the cases stops it, and that is said.

import { actorOf, insertAuditEntry } from '../access/index.ts'
import { failed, ok, Problem, type IndividualId, type Result } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { eraseRow, erasureState } from './erasure-queries.ts'

/** Throws Problem('not-permitted') for an id that is not there, was erased, or is not this person's to erase. */
export function eraseIndividual(
  { database, vault }: Casework,
  who: Who,
  id: IndividualId,
): Promise<Result<undefined, 'legal-hold'>> {
  return database.transactAs(actorOf(who), async (trx) => {
    const state = await erasureState(trx, id)
    if (!who.permissions.has('person:erase') || state === undefined) throw new Problem('not-permitted')
    const subject = { kind: 'individual', id }
    if (state === 'held') {
      await insertAuditEntry(trx, actorOf(who), { event: 'erasure-refused', subject, reason: 'legal-hold' })
      return failed('legal-hold')
    }
    if (!(await eraseRow(trx, id))) throw new Problem('not-permitted')
    await vault.destroyKeys(trx, who.center, id)
    await insertAuditEntry(trx, actorOf(who), { event: 'person-erased', subject })
    return ok(undefined)
  })
}
