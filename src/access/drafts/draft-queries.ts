// The SQL of drafts: forms that somebody has not finished, sealed.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'

export type StoredDraft = { readonly sealed: Buffer; readonly savedAt: Date }

type Of = { readonly center: CenterId; readonly person: PersonId; readonly form: string }

export async function findDraftRow(trx: Trx, { center, person, form }: Of): Promise<StoredDraft | undefined> {
  const row = await trx
    .selectFrom('drafts')
    .select(['sealed', 'saved_at'])
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('form', '=', form)
    .executeTakeFirst()
  return row && { sealed: row.sealed, savedAt: row.saved_at }
}

export async function putDraftRow(trx: Trx, { center, person, form }: Of, draft: StoredDraft): Promise<void> {
  const row = { sealed: draft.sealed, saved_at: draft.savedAt }
  await trx
    .insertInto('drafts')
    .values({ center_id: center, person_id: person, form, ...row })
    .onConflict((conflict) => conflict.columns(['center_id', 'person_id', 'form']).doUpdateSet(row))
    .execute()
}

export async function deleteDraftRow(trx: Trx, { center, person, form }: Of): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('drafts')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('form', '=', form)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Of this person: those that are too old, and beyond so many the oldest. */
export async function deleteOldDrafts(
  trx: Trx,
  { center, person }: Pick<Of, 'center' | 'person'>,
  { before, keep }: { readonly before: Date; readonly keep: number },
): Promise<void> {
  const kept = trx
    .selectFrom('drafts')
    .select('form')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('saved_at', '>=', before)
    .orderBy('saved_at', 'desc')
    .limit(keep)
  await trx
    .deleteFrom('drafts')
    .where('center_id', '=', center)
    .where('person_id', '=', person)
    .where('form', 'not in', kept)
    .execute()
}
