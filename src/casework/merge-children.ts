// Two records are the same child: the cases of the second move to the first, and what is sealed for the second is sealed for the
// first. The second stays behind empty. Where a legal hold is on either child, the second keeps what it said.

import { actorOf, insertAuditEntry, type Vault } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { failed, ok, Problem, type CaseId, type IndividualId, type Result } from '../shared/index.ts'
import type { FoundCase } from './case-queries.ts'
import type { Casework, Who } from './casework.ts'
import { getCaseFor, inCase, logOnCase } from './in-case.ts'
import { deleteNameIndexes, findIndividual, insertNameIndexes, updateIndividual } from './individual-queries.ts'
import { mergeChildRows, notesToReseal, resealNote, type Merge } from './merge-queries.ts'
import { placeOfNote } from './note.ts'
import { nameIndexesOf, openFields, sealFields, type VaultUse } from './sealed-individual.ts'

/** One case of each: a person merges only what she sees. The child of `kept` stays. */
export type MergeForm = { readonly kept: CaseId; readonly gone: CaseId }

export type MergeFault = 'closed' | 'same-child'

export function mergeChildren(
  casework: Casework,
  who: Who,
  form: MergeForm,
): Promise<Result<IndividualId, MergeFault>> {
  return inCase<IndividualId, MergeFault>(casework, who, { id: form.kept, action: 'merge' }, async (trx, first) => {
    const second = await getCaseFor(trx, who, form.gone, 'merge')
    if (first.child === second.child) return failed('same-child')
    const merge = { kept: first.child, gone: second.child }
    const use = { vault: casework.vault, trx, center: who.center }
    await moveFields(use, merge)
    await moveNotes(casework.vault, trx, who, merge)
    const done = await mergeChildRows(trx, merge)
    if (done === undefined) throw new Problem('not-permitted')
    if (done === 'emptied') await casework.vault.destroyKeys(trx, who.center, merge.gone)
    await logMerge(trx, who, merge, [first, second])
    return ok(merge.kept)
  })
}

/** What the first does not say is taken from the second, and the first is found by both names from now on. */
async function moveFields(use: VaultUse, { kept, gone }: Merge): Promise<void> {
  const first = await findIndividual(use.trx, use.center, kept, 'child')
  const second = await findIndividual(use.trx, use.center, gone, 'child')
  if (first === undefined || second === undefined) throw new Problem('not-permitted')
  const other = await openFields(use, second)
  const all = { ...other, ...(await openFields(use, first)) }
  await updateIndividual(use.trx, use.center, kept, await sealFields(use, kept, all))
  const indexes = [...(await nameIndexesOf(use, other)), ...(await nameIndexesOf(use, all))]
  await insertNameIndexes(use.trx, use.center, kept, indexes)
  await deleteNameIndexes(use.trx, use.center, gone)
}

/** All of them, also those of other disciplines: the words pass through this process and are shown to nobody. */
async function moveNotes(vault: Vault, trx: Trx, { center }: Who, merge: Merge): Promise<void> {
  for (const note of await notesToReseal(trx, merge)) {
    const text = await vault.open(trx, center, placeOfNote(note.id, merge.gone), note.body)
    const body = await vault.seal(trx, center, placeOfNote(note.id, merge.kept), text)
    await resealNote(trx, merge, { ...note, body })
  }
}

async function logMerge(trx: Trx, who: Who, { kept, gone }: Merge, cases: readonly FoundCase[]): Promise<void> {
  const event = 'person-merged'
  await insertAuditEntry(trx, actorOf(who), { event, subject: { kind: 'child', id: kept }, reason: 'kept' })
  await insertAuditEntry(trx, actorOf(who), { event, subject: { kind: 'child', id: gone }, reason: 'gone' })
  for (const { id } of cases) await logOnCase(trx, who, id, { event, fields: ['child_id'] })
}
