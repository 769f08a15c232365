// The SQL of children, caregivers and the keyed sounds of their names, and nothing else. Names come and go sealed.

import { sql } from 'kysely'

import type { Trx } from '../database/index.ts'
import { individualId, type CaseId, type CenterId, type IndividualId } from '../shared/index.ts'
import type { IndividualColumn, Relationship, Safety } from './case.ts'

export type SealedFields = Readonly<Record<IndividualColumn, Buffer | null>> & { readonly key_version: number }

export type SealedIndividual = { readonly id: IndividualId; readonly fields: SealedFields }

const sealedColumns = ['given_name', 'surname', 'birth_date', 'phone', 'key_version'] as const

export type NewIndividual = {
  readonly center: CenterId
  readonly id: IndividualId
  readonly kind: 'child' | 'caregiver'
  readonly fields: SealedFields
  readonly now: Date
}

export async function insertIndividual(trx: Trx, { center, id, kind, fields, now }: NewIndividual): Promise<void> {
  await trx
    .insertInto('individuals')
    .values({ center_id: center, individual_id: id, kind, ...fields, created_at: now, erased_at: null })
    .execute()
}

/** One whom this person sees and who was not erased. */
export async function findIndividual(
  trx: Trx,
  center: CenterId,
  id: IndividualId,
  kind: 'child' | 'caregiver',
): Promise<SealedIndividual | undefined> {
  const row = await trx
    .selectFrom('individuals')
    .select(sealedColumns)
    .where('center_id', '=', center)
    .where('individual_id', '=', id)
    .where('kind', '=', kind)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row && { id, fields: row }
}

/** The child or a caregiver of this case. */
export async function findIndividualOfCase(
  trx: Trx,
  center: CenterId,
  of: CaseId,
  id: IndividualId,
): Promise<SealedIndividual | undefined> {
  const row = await trx
    .selectFrom('individuals as i')
    .select(sealedColumns)
    .where('i.center_id', '=', center)
    .where('i.individual_id', '=', id)
    .where(
      sql<boolean>`(exists (select 1 from cases c where c.center_id = i.center_id and c.case_id = ${of}
          and c.child_id = i.individual_id)
        or exists (select 1 from case_caregivers g where g.center_id = i.center_id and g.case_id = ${of}
          and g.individual_id = i.individual_id))`,
    )
    .executeTakeFirst()
  return row && { id, fields: row }
}

export async function updateIndividual(
  trx: Trx,
  center: CenterId,
  id: IndividualId,
  fields: SealedFields,
): Promise<void> {
  await trx
    .updateTable('individuals')
    .set(fields)
    .where('center_id', '=', center)
    .where('individual_id', '=', id)
    .execute()
}

export type FoundCaregiver = SealedIndividual & { readonly relationship: string; readonly safety: string }

export async function caregiversOf(trx: Trx, center: CenterId, of: CaseId): Promise<readonly FoundCaregiver[]> {
  const rows = await trx
    .selectFrom('case_caregivers as g')
    .innerJoin('individuals as i', (join) =>
      join.onRef('i.center_id', '=', 'g.center_id').onRef('i.individual_id', '=', 'g.individual_id'),
    )
    .select(['i.individual_id', 'g.relationship', 'g.safety', ...sealedColumns])
    .where('g.center_id', '=', center)
    .where('g.case_id', '=', of)
    .orderBy('i.created_at')
    .orderBy('i.individual_id')
    .execute()
  return rows.map(({ individual_id, relationship, safety, ...fields }) => ({
    id: individualId(individual_id),
    fields,
    relationship,
    safety,
  }))
}

export type NewCaregiverLink = {
  readonly center: CenterId
  readonly of: CaseId
  readonly id: IndividualId
  readonly relationship: Relationship
  readonly safety: Safety
}

export async function insertCaregiver(trx: Trx, link: NewCaregiverLink): Promise<void> {
  const { center, of, id, relationship, safety } = link
  await trx
    .insertInto('case_caregivers')
    .values({ center_id: center, case_id: of, individual_id: id, relationship, safety })
    .execute()
}

export type NameIndex = { readonly kind: string; readonly value: Buffer }

/** Only after the individual hangs on a case: before, the walls show it to nobody. */
export async function insertNameIndexes(
  trx: Trx,
  center: CenterId,
  id: IndividualId,
  indexes: readonly NameIndex[],
): Promise<void> {
  if (indexes.length === 0) return
  await trx
    .insertInto('name_indexes')
    .values(indexes.map(({ kind, value }) => ({ center_id: center, kind, value, individual_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteNameIndexes(trx: Trx, center: CenterId, id: IndividualId): Promise<void> {
  await trx.deleteFrom('name_indexes').where('center_id', '=', center).where('individual_id', '=', id).execute()
}
