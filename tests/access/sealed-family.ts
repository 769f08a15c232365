// Two invented children and a caregiver with sealed fields, a note, sounds of names and a draft, for tests of erasure.

import { sql } from 'kysely'

import { openVault } from '../../src/access/open-vault.ts'
import type { FieldPlace, Sealed, Vault } from '../../src/access/vault.ts'
import type { Database, Trx } from '../../src/database/index.ts'
import { asAda } from '../cast.ts'

export const mira = '00000000-0000-4000-8000-0000000000a1'
export const tomas = '00000000-0000-4000-8000-0000000000a2'
export const elena = '00000000-0000-4000-8000-0000000000a3'
const center = asAda.center
const now = new Date('2026-11-20T12:00:00Z')

export const names = {
  [mira]: { given_name: 'Mirabelle', surname: 'Quillfeather' },
  [tomas]: { given_name: 'Tomasito', surname: 'Brightwater' },
  [elena]: { given_name: 'Elenora', surname: 'Quillfeather-Stone' },
} as const
export type Owner = keyof typeof names

/** A case of each child: its id and its note's are those of the child, and so are the places. */
export const notePlace = (owner: string): FieldPlace => ({ table: 'notes', column: 'body', row: owner, owner })
export const namePlace = (owner: string, column: string): FieldPlace => ({
  table: 'individuals',
  column,
  row: owner,
  owner,
})

export const placesOf = (owner: string): readonly FieldPlace[] => [
  namePlace(owner, 'given_name'),
  namePlace(owner, 'surname'),
  notePlace(owner),
]

export async function insertFamily(database: Database, vault: Vault): Promise<void> {
  await asOwnerOf(database, async (trx) => {
    await trx
      .insertInto('people')
      .values({
        center_id: center,
        person_id: asAda.person ?? '',
        name: 'Ada',
        email: 'ada@riverbend.example',
        discipline: 'victim-advocacy',
        created_at: now,
      })
      .execute()
    await trx
      .insertInto('person_roles')
      .values({ center_id: center, person_id: asAda.person ?? '', role: 'privacy-officer', granted_at: now })
      .execute()
  })
  const sealed = await sealAll(database, vault)
  await asOwnerOf(database, async (trx) => {
    for (const [owner, { given_name, surname }] of sealed.people) {
      await trx
        .insertInto('individuals')
        .values({
          center_id: center,
          individual_id: owner,
          kind: owner === elena ? 'caregiver' : 'child',
          given_name: given_name.sealed,
          surname: surname.sealed,
          created_at: now,
        })
        .execute()
    }
    for (const child of [mira, tomas]) await insertCase(trx, child, sealed.notes.get(child))
    for (const { owner, kind, value } of sealed.sounds)
      await trx.insertInto('name_indexes').values({ center_id: center, kind, value, individual_id: owner }).execute()
  })
  await database.transactAs(asAda, (trx) =>
    trx
      .insertInto('drafts')
      .values({
        center_id: center,
        person_id: asAda.person ?? '',
        form: 'note',
        sealed: Buffer.from('draft'),
        saved_at: now,
      })
      .execute(),
  )
}

async function sealAll(database: Database, vault: Vault) {
  const people = new Map<string, { given_name: Sealed; surname: Sealed }>()
  const notes = new Map<string, Sealed>()
  const sounds: { owner: string; kind: string; value: Buffer }[] = []
  await database.transactAs({ center, person: null }, async (trx) => {
    for (const [owner, { given_name, surname }] of Object.entries(names)) {
      people.set(owner, {
        given_name: await vault.seal(trx, center, namePlace(owner, 'given_name'), given_name),
        surname: await vault.seal(trx, center, namePlace(owner, 'surname'), surname),
      })
      notes.set(owner, await vault.seal(trx, center, notePlace(owner), `Note on ${given_name}`))
      const found = await vault.nameIndexes(trx, center, { given: given_name, surname })
      sounds.push(...found.map((one) => ({ owner, ...one })))
    }
  })
  return { people, notes, sounds }
}

async function insertCase(trx: Trx, child: string, note: Sealed | undefined): Promise<void> {
  const number = `2026-00${child.slice(-2).replace('a', '1')}`
  await trx
    .insertInto('cases')
    .values({ center_id: center, case_id: child, number, child_id: child, opened_on: '2026-11-20' })
    .execute()
  await trx
    .insertInto('notes')
    .values({
      center_id: center,
      case_id: child,
      note_id: child,
      author_id: asAda.person ?? '',
      discipline: 'victim-advocacy',
      shared: true,
      body: note?.sealed ?? null,
      written_at: now,
    })
    .execute()
}

/** As Ada, who is the privacy officer here. */
export const erase = (database: Database, owner: string): Promise<boolean> =>
  database.transactAs(asAda, async (trx) => {
    const { rows } = await sql<{ done: boolean }>`select erase_individual(${owner}) as done`.execute(trx)
    await openVault({ ring: never, now: () => now }).destroyKeys(trx, center, owner)
    return rows[0]?.done === true
  })

const never = () => {
  throw new Error('destroying a key asks for none')
}

/** Every row of the center, as the owner of the tables. */
export const asOwnerOf = <Value>(database: Database, work: (trx: Trx) => Promise<Value>): Promise<Value> =>
  database.asOwner(async (trx) => {
    await sql`select set_config('footbridge.center_id', ${center}, true)`.execute(trx)
    return work(trx)
  })
