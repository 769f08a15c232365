// Seals and opens the fields of a child or caregiver: each is bound to its row and column and to the person it is about.

import type { FieldPlace, NameParts, Vault } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import type { CenterId, IndividualId } from '../shared/index.ts'
import { individualColumns, type IndividualColumn, type MaskedIndividual } from './case.ts'
import type { PlainFields } from './individual.ts'
import type { NameIndex, SealedFields, SealedIndividual } from './individual-queries.ts'
import { initials } from './mask.ts'

/** In whose transaction and for which center a vault is used. */
export type VaultUse = { readonly vault: Vault; readonly trx: Trx; readonly center: CenterId }

const placeOf = (id: IndividualId, column: IndividualColumn): FieldPlace => ({
  table: 'individuals',
  column,
  row: id,
  owner: id,
})

/** One row has one version of the key: where a new one came in between, all is sealed once more. */
export async function sealFields(use: VaultUse, id: IndividualId, plain: PlainFields): Promise<SealedFields> {
  const fields: Record<IndividualColumn, Buffer | null> = {
    given_name: null,
    surname: null,
    birth_date: null,
    phone: null,
  }
  const versions = new Set<number>()
  for (const column of individualColumns) {
    const text = plain[column]
    if (text === undefined) continue
    const { sealed, version } = await use.vault.seal(use.trx, use.center, placeOf(id, column), text)
    fields[column] = sealed
    versions.add(version)
  }
  const [version = 1, ...more] = versions
  return more.length > 0 ? sealFields(use, id, plain) : { ...fields, key_version: version }
}

export async function openField(
  { vault, trx, center }: VaultUse,
  { id, fields }: SealedIndividual,
  column: IndividualColumn,
): Promise<string | undefined> {
  const sealed = fields[column]
  if (sealed === null) return undefined
  return vault.open(trx, center, placeOf(id, column), { sealed, version: fields.key_version })
}

export async function openFields(use: VaultUse, individual: SealedIndividual): Promise<PlainFields> {
  const entries: [IndividualColumn, string][] = []
  for (const column of individualColumns) {
    const text = await openField(use, individual, column)
    if (text !== undefined) entries.push([column, text])
  }
  return Object.fromEntries(entries)
}

export async function openInitials(use: VaultUse, individual: SealedIndividual): Promise<string | undefined> {
  return initials(await openField(use, individual, 'given_name'), await openField(use, individual, 'surname'))
}

export async function maskIndividual(use: VaultUse, individual: SealedIndividual): Promise<MaskedIndividual> {
  const known = individualColumns.filter((column) => individual.fields[column] !== null)
  return { id: individual.id, initials: await openInitials(use, individual), known }
}

/** The keyed sounds of what is known: no sound of an empty name. */
export async function nameIndexesOf(
  { vault, trx, center }: VaultUse,
  plain: PlainFields,
): Promise<readonly NameIndex[]> {
  const { given_name: given = '', surname = '', birth_date: birthDate } = plain
  return soundsOf({ vault, trx, center }, { given, surname, birthYear: birthDate && Number(birthDate.slice(0, 4)) })
}

type AskedName = { readonly given: string; readonly surname: string; readonly birthYear: number | '' | undefined }

export async function soundsOf(
  { vault, trx, center }: VaultUse,
  { given, surname, birthYear }: AskedName,
): Promise<readonly NameIndex[]> {
  const name: NameParts = { given, surname, ...(typeof birthYear === 'number' ? { birthYear } : {}) }
  const all = await vault.nameIndexes(trx, center, name)
  return all.filter(({ kind }) => (kind === 'given' ? given !== '' : surname !== ''))
}
