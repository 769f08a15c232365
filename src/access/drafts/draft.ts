// A form that somebody has begun and not sent, kept sealed for thirty days and offered back to the same person at the same form
// only: its place binds the sealed text to both. Passwords, codes and the form's own token are never kept.

import type { Database, Trx } from '../../database/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { fieldKeyVersion } from '../keys/index.ts'
import type { SignedIn } from '../signed-in.ts'
import type { FieldPlace, Vault } from '../vault.ts'
import { deleteDraftRow, deleteOldDrafts, findDraftRow, putDraftRow } from './draft-queries.ts'

export type DraftParts = { readonly database: Database; readonly vault: Vault; readonly now: () => Date }

export type DraftOwner = Pick<SignedIn, 'center' | 'person'>

/** Names and values as a form posts them, several of one name in their order. */
export type DraftFields = readonly (readonly [string, string])[]

export type Draft = { readonly savedAt: Date; readonly fields: DraftFields }

export const draftDays = 30
const draftsOfOne = 50
const day = 24 * 60 * 60_000

const neverKept: ReadonlySet<string> = new Set([
  'form-token',
  'again',
  'draft',
  'draft-form',
  'password',
  'code',
  'recovery',
  'passkey',
])

/** `form`: the address of the form without its language, such as '/staff/cases/5/notes/new'. Whether there was anything to keep. */
export async function saveDraft(
  { database, vault, now }: DraftParts,
  owner: DraftOwner,
  form: string,
  fields: DraftFields,
): Promise<boolean> {
  const kept = fields.filter(([name, value]) => !neverKept.has(name) && value !== '')
  if (kept.length === 0) return false
  const text = new URLSearchParams(kept.map(([name, value]) => [name, value])).toString()
  await database.transactAs(owner, async (trx) => {
    const { sealed } = await vault.seal(trx, owner.center, placeOf(owner, form), text)
    await putDraftRow(trx, { ...owner, form }, { sealed, savedAt: now() })
    await deleteOldDrafts(trx, owner, { before: oldest(now()), keep: draftsOfOne })
    await insertAuditEntry(trx, owner, { event: 'draft-saved' })
  })
  return true
}

export function findDraft(parts: DraftParts, owner: DraftOwner, form: string): Promise<Draft | undefined> {
  return parts.database.transactAs(owner, (trx) => openDraft(trx, parts, owner, form))
}

async function openDraft(
  trx: Trx,
  { vault, now }: DraftParts,
  owner: DraftOwner,
  form: string,
): Promise<Draft | undefined> {
  const row = await findDraftRow(trx, { ...owner, form })
  if (row === undefined || row.savedAt < oldest(now())) return undefined
  const version = fieldKeyVersion(row.sealed)
  const text = await vault.open(trx, owner.center, placeOf(owner, form), { sealed: row.sealed, version })
  return { savedAt: row.savedAt, fields: [...new URLSearchParams(text)] }
}

/** False: there was none. */
export const dropDraft = ({ database }: DraftParts, owner: DraftOwner, form: string): Promise<boolean> =>
  database.transactAs(owner, (trx) => deleteDraftRow(trx, { ...owner, form }))

const oldest = (now: Date): Date => new Date(now.getTime() - draftDays * day)

const placeOf = ({ center, person }: DraftOwner, form: string): FieldPlace => ({
  table: 'drafts',
  column: 'sealed',
  row: `${person} ${form}`,
  owner: center,
})
