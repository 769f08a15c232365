// Shows one masked field of a child or caregiver of a case. Each click is an entry that names the column.

import { failed, ok, Problem, type CaseId, type IndividualId, type Result } from '../shared/index.ts'
import type { IndividualColumn } from './case.ts'
import type { Casework, Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { findIndividualOfCase } from './individual-queries.ts'
import { openField } from './sealed-individual.ts'

export type FieldAsked = { readonly id: CaseId; readonly of: IndividualId; readonly column: IndividualColumn }

/** 'unknown': nothing was written there, or it was erased. Throws Problem('not-permitted') for somebody of another case. */
export function revealField(
  casework: Casework,
  who: Who,
  { id, of, column }: FieldAsked,
): Promise<Result<string, 'closed' | 'unknown'>> {
  return inCase<string, 'closed' | 'unknown'>(casework, who, { id, action: 'reveal' }, async (trx, found) => {
    const individual = await findIndividualOfCase(trx, who.center, id, of)
    if (individual === undefined) throw new Problem('not-permitted')
    const text = await openField({ vault: casework.vault, trx, center: who.center }, individual, column)
    if (text === undefined) return failed('unknown')
    const kind = of === found.child ? 'child' : 'caregiver'
    await logOnCase(trx, who, id, { event: 'field-revealed', subject: { kind, id: of }, fields: [column] })
    return ok(text)
  })
}
