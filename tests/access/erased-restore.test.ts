// Erased stays erased: whatever backups a center restores, nobody whom a ledger names comes back, and nobody else is touched.

import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { decryptField, makeKeyFile, readKeyFile, unwrapKey } from '../../src/access/keys/index.ts'
import { openVault } from '../../src/access/open-vault.ts'
import { erasedColumns } from '../../src/database/backup/replay-erasures.ts'
import {
  openDatabase,
  restoreBackup,
  restoreKeys,
  type Database,
  type DatabaseConfig,
} from '../../src/database/index.ts'
import { asAda, castCenters } from '../cast.ts'
import { freshDatabase, silent, temporaryFolder, type Fresh } from '../database/databases.ts'
import { home } from '../home.ts'
import { asOwnerOf, elena, erase, insertFamily, mira, names, placesOf, tomas, type Owner } from './sealed-family.ts'

const { folder, remove } = temporaryFolder()
const path = (name: string) => join(folder, name)
const keyFile = path('keys')
const vault = openVault({ ring: () => readKeyFile(keyFile), now: () => new Date() })
let fresh: Fresh

/** In time: old data and old keys, the erasure, then new ones and the newest ledger. */
beforeAll(async () => {
  makeKeyFile(keyFile, new Date())
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  await insertFamily(fresh.database, vault)
  await fresh.database.writeBackup(path('old.fb'))
  await fresh.database.writeKeyBackup(path('old-keys.fb'))
  expect(await erase(fresh.database, mira)).toBe(true)
  await fresh.database.writeBackup(path('new.fb'))
  await fresh.database.writeKeyBackup(path('new-keys.fb'))
  expect(await fresh.database.writeErasures(path('newest.erasures'))).toBe(1)
})
afterAll(async () => {
  await fresh.close()
  remove()
})

type Files = { readonly data: string; readonly keys: string; readonly ledgers: readonly string[] }

/** Restores both, each with the ledgers, into an empty folder. */
async function restored(name: string, { data, keys, ledgers }: Files): Promise<Database> {
  const config: DatabaseConfig = { kind: 'embedded', folder: path(name) }
  const parts = { config, home, log: silent, ledgers: ledgers.map(path) }
  await restoreBackup({ ...parts, file: path(data) })
  await restoreKeys({ ...parts, file: path(keys) })
  return openDatabase({ config, home, log: silent })
}

describe('a restore', () => {
  it.each<[string, string, Files]>([
    [
      'old-old',
      'old data, old keys, newest ledger',
      { data: 'old.fb', keys: 'old-keys.fb', ledgers: ['newest.erasures'] },
    ],
    ['old-new', 'old data, new keys, which bring their ledger', { data: 'old.fb', keys: 'new-keys.fb', ledgers: [] }],
    ['new-old', 'new data, which knows, and old keys', { data: 'new.fb', keys: 'old-keys.fb', ledgers: [] }],
  ])('%s, of %s: opens nothing of who was erased, and everything of the others', async (name, _, files) => {
    const database = await restored(name, files)
    try {
      const dump = [path(`${name}.fb`), path(`${name}-keys.fb`)] as const
      await database.writeBackup(dump[0])
      await database.writeKeyBackup(dump[1])
      expectOpensNowhere(dump)
      await expectOthersWhole(database)
      await expectGone(database)
      // A draft that is older than an erasure may be about her.
      expect(await draftsOf(database)).toBe(files.data === 'old.fb' ? 0 : 1)
    } finally {
      await database.close()
    }
  })

  it('without any ledger would bring her back: the tests above can fail', async () => {
    copyFileSync(path('old.fb'), path('bare.fb'))
    copyFileSync(path('old-keys.fb'), path('bare-keys.fb'))
    const database = await restored('without', { data: 'bare.fb', keys: 'bare-keys.fb', ledgers: [] })
    const dump = [path('back.fb'), path('back-keys.fb')] as const
    await database.writeBackup(dump[0])
    await database.writeKeyBackup(dump[1])
    await database.close()
    expect(opened(dump, mira)).toEqual(['Mirabelle', 'Note on Mirabelle', 'Quillfeather'])
    expect(unpacked(dump[1])).toContain(mira)
  })

  it('knows every sealed column of the schema: of a child, and replayed, or of staff', async () => {
    const { rows } = await asOwnerOf(fresh.database, (trx) =>
      sql<{ column: string }>`select c.relname || '.' || a.attname as column
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace in ('public'::regnamespace, 'footbridge_keys'::regnamespace) and c.relkind in ('r', 'p')
          and col_description(c.oid, a.attnum) in ('P3', 'P4')`.execute(trx),
    )
    const ofStaff = ['totp_secrets.secret']
    expect(rows.map(({ column }) => column).toSorted()).toEqual([...erasedColumns, ...ofStaff].toSorted())
  })
})

/** Nothing of Mira in the files, by plain search and by every key that exists anywhere. */
function expectOpensNowhere(dump: readonly [string, string]): void {
  const text = dump.map(unpacked).join('\n')
  for (const word of Object.values(names[mira])) expect(text).not.toContain(word)
  const hers = sealedIn(unpacked(path('old.fb'))).filter((bytes) => opensWithAny([bytes], mira).length > 0)
  expect(hers).toHaveLength(3)
  for (const bytes of hers) expect(text).not.toContain(bytes.toString('hex'))
  expect(opened(dump, mira)).toEqual([])
  expect(unpacked(dump[1])).not.toContain(mira)
  expect(opened(dump, tomas)).toEqual(['Brightwater', 'Note on Tomasito', 'Tomasito'])
  expect(opened(dump, elena)).toEqual(['Elenora', 'Quillfeather-Stone'])
}

/** Each text once: two backups hold the same key. */
const opened = (files: readonly string[], owner: string): readonly string[] => {
  const sealed = files.flatMap((file) => sealedIn(unpacked(file)))
  return [...new Set(opensWithAny(sealed, owner))].toSorted()
}

/** What any of these bytes says in any place of this person, tried with every key of every backup there ever was. */
function opensWithAny(sealed: readonly Buffer[], owner: string): readonly string[] {
  const keys = allKeys()
  return sealed.flatMap((bytes) =>
    placesOf(owner).flatMap((place) =>
      keys.flatMap((key) => {
        try {
          return [decryptField(key, { center: asAda.center, ...place, person: owner, version: 1 }, bytes)]
        } catch {
          return []
        }
      }),
    ),
  )
}

/** Unwrapped with the key file from both key backups: the old one still has the key of who was erased. */
function allKeys(): readonly Buffer[] {
  const ring = readKeyFile(keyFile)
  const text = unpacked(path('old-keys.fb')) + unpacked(path('new-keys.fb'))
  const rows = [...text.matchAll(/([0-9a-f-]{36})\\t([0-9a-f-]{36})\\t1\\t\\\\\\\\x([0-9a-f]+)/g)]
  const keys = rows.map(([, center = '', person = '', hex = '']) =>
    unwrapKey(ring, Buffer.from(hex, 'hex'), { center, person, version: 1 }),
  )
  // Three people and the center itself, then all but Mira.
  expect(keys).toHaveLength(4 + 3)
  return keys
}

/** Every value of bytes in the text of a backup. */
const sealedIn = (text: string): readonly Buffer[] =>
  [...text.matchAll(/\\\\\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex'))

const unpacked = (file: string): string => gunzipSync(readFileSync(file).subarray(0, -65)).toString()

async function expectOthersWhole(database: Database): Promise<void> {
  for (const owner of [tomas, elena] as const) {
    expect(await individual(database, owner)).toEqual(await individual(fresh.database, owner))
    const row = await individual(database, owner)
    const surname = { sealed: row?.surname ?? Buffer.alloc(0), version: 1 }
    const place = { table: 'individuals', column: 'surname', row: owner, owner }
    expect(await database.transactAs(asAda, (trx) => vault.open(trx, asAda.center, place, surname))).toBe(
      names[owner].surname,
    )
  }
  expect(await soundsOf(database)).toEqual((await soundsOf(fresh.database)).filter((one) => one !== mira))
}

async function expectGone(database: Database): Promise<void> {
  const before = await individual(fresh.database, mira)
  expect(before?.erased_at).toBeInstanceOf(Date)
  expect(await individual(database, mira)).toEqual(before)
  expect(await soundsOf(database)).not.toContain(mira)
}

const individual = (database: Database, owner: Owner) =>
  asOwnerOf(database, (trx) =>
    trx.selectFrom('individuals').selectAll().where('individual_id', '=', owner).executeTakeFirst(),
  )

const soundsOf = async (database: Database) =>
  (
    await asOwnerOf(database, (trx) =>
      trx.selectFrom('name_indexes').select('individual_id').orderBy('individual_id').execute(),
    )
  ).map(({ individual_id }) => individual_id)

const draftsOf = async (database: Database) =>
  (await database.transactAs(asAda, (trx) => trx.selectFrom('drafts').select('form').execute())).length
