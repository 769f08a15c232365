// Adds a caregiver to a case: names sealed under a key of their own, and whether somebody knows that the child is safe with them.

import { failed, individualId, ok, type CaseId, type IndividualId, type Result } from '../shared/index.ts'
import { relationships, safeties, type Relationship, type Safety } from './case.ts'
import { today, type Casework, type FieldFault, type Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { readIndividual, type IndividualForm } from './individual.ts'
import { insertCaregiver, insertIndividual, insertNameIndexes } from './individual-queries.ts'
import { nameIndexesOf, sealFields } from './sealed-individual.ts'

export type CaregiverForm = IndividualForm & { readonly relationship: string; readonly safety: string }

export type CaregiverFault = 'closed' | 'relationship-needed' | 'safety-needed' | readonly FieldFault[]

const isRelationship = (text: string): text is Relationship => (relationships as readonly string[]).includes(text)
const isSafety = (text: string): text is Safety => (safeties as readonly string[]).includes(text)

export function addCaregiver(
  casework: Casework,
  who: Who,
  { id, caregiver }: { readonly id: CaseId; readonly caregiver: CaregiverForm },
): Promise<Result<IndividualId, CaregiverFault>> {
  const { relationship, safety } = caregiver
  return inCase<IndividualId, CaregiverFault>(casework, who, { id, action: 'change' }, async (trx, found) => {
    if (found.state.closed) return failed('closed')
    if (!isRelationship(relationship)) return failed('relationship-needed')
    if (!isSafety(safety)) return failed('safety-needed')
    const plain = readIndividual(caregiver, today(casework))
    if (!plain.ok) return plain
    const { center } = who
    const use = { vault: casework.vault, trx, center }
    const added = individualId(casework.newId())
    const fields = await sealFields(use, added, plain.value)
    await insertIndividual(trx, { center, id: added, kind: 'caregiver', fields, now: casework.now() })
    await insertCaregiver(trx, { center, of: id, id: added, relationship, safety })
    await insertNameIndexes(trx, center, added, await nameIndexesOf(use, plain.value))
    const subject = { kind: 'caregiver', id: added }
    await logOnCase(trx, who, id, { event: 'case-changed', subject, fields: Object.keys(plain.value) })
    return ok(added)
  })
}
