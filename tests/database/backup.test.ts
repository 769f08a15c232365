// A backup is whole or it is nothing: one snapshot, every row, refused when cut or changed, the same after a restore.

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  openDatabase,
  restoreBackup,
  type BackupSummary,
  type Database,
  type DatabaseConfig,
} from '../../src/database/index.ts'
import { verifyBackup } from '../../src/database/backup/read-backup.ts'
import { asAda, asBruno, castCenters, centers } from '../cast.ts'
import { aSetUpLink, anAuditEntry } from '../factories.ts'
import { home, latestMigration } from '../home.ts'
import { freshDatabase, projectCopy, silent, temporaryFolder, type Fresh } from './databases.ts'

const { folder, remove } = temporaryFolder()
const file = join(folder, 'backup.fb')
let fresh: Fresh
let summary: BackupSummary

beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  for (const { center } of [asAda, asBruno]) {
    await fresh.database.transactAs({ center, person: null }, async (trx) => {
      await trx
        .insertInto('setup_links')
        .values(Array.from({ length: 300 }, () => aSetUpLink({ center })))
        .execute()
      await trx
        .insertInto('audit_entries')
        .values(Array.from({ length: 500 }, () => anAuditEntry({ center })))
        .execute()
    })
  }
  summary = await fresh.database.writeBackup(file)
})
afterAll(async () => {
  await fresh.close()
  remove()
})

const emptyFolder = (name: string): DatabaseConfig => ({ kind: 'embedded', folder: join(folder, name) })
const restore = (config: DatabaseConfig, from = file) => restoreBackup({ config, home, file: from, log: silent })

describe('backup', () => {
  it('holds every row of every center', () => {
    expect(summary.tables.map(({ table, rows }) => [table, rows]).filter(([, rows]) => rows !== 0)).toEqual([
      ['centers', 2],
      ['audit_entries', 1000],
      ['setup_links', 600],
    ])
    expect(summary.bytes).toBe(statSync(file).size)
  })

  it('is private, and never takes the place of another file', async () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    await expect(fresh.database.writeBackup(file)).rejects.toThrow('already exists')
  })

  it('may be asked for twice at once under one name: one is whole, the other is refused', async () => {
    const target = join(folder, 'twice.fb')
    const both = await Promise.allSettled([fresh.database.writeBackup(target), fresh.database.writeBackup(target)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await verifyBackup(target)
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it.each([
    ['/no-such-folder/x.fb', 'the folder does not exist'],
    ['/dev/null/x.fb', 'its folder is a file'],
  ])('says why %s cannot be written, and leaves nothing', async (target, reason) => {
    await expect(fresh.database.writeBackup(target)).rejects.toThrow(reason)
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('is one moment: rows of a transaction under way are all in it or none', async () => {
    let going = true
    const pairs = (async () => {
      while (going) {
        await fresh.database.transactAs(asAda, async (trx) => {
          await trx
            .insertInto('audit_entries')
            .values(anAuditEntry({ event: 'pair', person: asAda.person }))
            .execute()
          await trx
            .insertInto('setup_links')
            .values(aSetUpLink({ now: new Date(0) }))
            .execute()
        })
      }
    })()
    const target = join(folder, 'moment.fb')
    await fresh.database.writeBackup(target)
    going = false
    await pairs
    const text = unpacked(target)
    expect(text.match(/\\tpair\\t/g)?.length ?? 0).toBe(text.match(/\\t1970-01-01 00:00:00\+00\\t/g)?.length ?? 0)
  })
})

describe('restore', () => {
  it('into an empty folder gives the same rows, counts and digests, and a database that works', async () => {
    const config = emptyFolder('restored')
    const restored = await restore(config)
    expect(restored.tables).toEqual(summary.tables)
    const database = await openDatabase({ config, home, log: silent })
    const names = await database.transactAs(asAda, (trx) => trx.selectFrom('centers').select('name').execute())
    expect(names).toEqual([{ name: centers.riverbend.name }])
    const again = await database.writeBackup(join(folder, 'again.fb'))
    expect(again.tables).toEqual(summary.tables)
    await expect(
      database.transactAs(asAda, (trx) =>
        trx
          .insertInto('setup_links')
          .values(aSetUpLink({ center: asBruno.center }))
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await database.close()
  })

  it('into a database that holds rows is refused, and changes nothing', async () => {
    await expect(restore(emptyFolder('restored'))).rejects.toThrow('already holds data')
  })

  it('says when there is no such file', async () => {
    await expect(restore(emptyFolder('none'), join(folder, 'none.fb'))).rejects.toThrow('could not be read')
  })

  it('refuses a file that lacks a whole table, however well it was sealed, and keeps nothing', async () => {
    const config = emptyFolder('lacking')
    await expect(restore(config, withoutTable('setup_links'))).rejects.toThrow('table setup_links differed')
    const database = await openDatabase({ config, home, log: silent })
    expect(await database.asOwner((trx) => trx.selectFrom('centers').select('name').execute())).toEqual([
      { name: 'Our center' },
    ])
    await database.close()
  })

  it('refuses a backup of a newer version', async () => {
    const lines = unpacked().replace(latestMigration, '2999-01-01-01-later')
    await expect(restore(emptyFolder('newer'), resealed(lines))).rejects.toThrow(
      'made by a newer Footbridge (migration 2999-01-01-01-later',
    )
  })
})

describe('an interrupted or altered file is refused before anything is touched', () => {
  const whole = () => readFileSync(file)
  const lines = () => unpacked().split('\n')

  const altered = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, `altered-${name}.fb`)
    writeFileSync(path, bytes)
    return path
  }
  const packed = (name: string, changed: readonly string[]): string => altered(name, sealedFile(changed.join('\n')))

  it.each<[string, () => string]>([
    ['empty', () => altered('empty', new Uint8Array())],
    ['no backup at all', () => altered('other', Buffer.from('hello'))],
    ['cut in half', () => altered('half', whole().subarray(0, whole().length / 2))],
    ['cut by one byte', () => altered('byte', whole().subarray(0, -1))],
    ['with bytes behind its end', () => altered('tail', Buffer.concat([whole(), gzipSync('x')]))],
    ['without its last line', () => packed('last', lines().slice(0, -2))],
    ['without a line in the middle', () => packed('middle', lines().toSpliced(3, 1))],
    [
      'with two lines in each other’s place',
      () => packed('swapped', [...lines().slice(0, 2), lines()[3] ?? '', lines()[2] ?? '', ...lines().slice(4)]),
    ],
    [
      'with one row changed',
      () =>
        packed(
          'row',
          lines().map((line) => line.replace('Riverbend Center', 'Riverbond Center')),
        ),
    ],
    [
      'with a repeated row and all numbers right',
      () => resealed(unpacked().replace('Riverbend Center', 'Riverbond Center')),
    ],
  ])('%s', async (_, make) => {
    const config = emptyFolder('untouched')
    await expect(restore(config, make())).rejects.toThrow(/incomplete or was changed/)
    expect(readdirSync(folder)).not.toContain('untouched')
  })

  it('any single flipped bit', async () => {
    const good = whole()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: good.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const bytes = new Uint8Array(good)
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          await expect(verifyBackup(altered('bit', bytes))).rejects.toThrow()
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** The frames of a backup file as text. */
const unpacked = (from = file): string => gunzipSync(readFileSync(from).subarray(0, -65)).toString()

/** Frames packed and sealed as a file, the outermost seal included. */
function sealedFile(text: string): Buffer {
  const packed = gzipSync(text)
  return Buffer.concat([packed, Buffer.from(`\n${createHash('sha256').update(packed).digest('hex')}`)])
}

/** With its last seal made anew: as somebody would who knows the form, but not the digests of the tables. */
function resealed(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '')
  const body = `${lines.slice(0, -1).join('\n')}\n`
  const end = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
  const path = join(folder, 'resealed.fb')
  const seal = createHash('sha256').update(body).digest('hex')
  writeFileSync(path, sealedFile(`${body}${JSON.stringify({ ...end, seal })}\n`))
  return path
}

/** The file with all frames of one table taken out, numbered and sealed anew, its totals put right. */
function withoutTable(table: string): string {
  type Line = { n: number; frame: { kind: string; table?: string; tables?: number; rows?: number } }
  const lines = unpacked()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const from = lines.findIndex(({ frame }) => frame.kind === 'table' && frame.table === table)
  const to = lines.findIndex(({ frame }) => frame.kind === 'table-end' && frame.table === table)
  const lost = lines[to]?.frame.rows ?? 0
  const kept = lines.toSpliced(from, to - from + 1).map((line, n) => ({ ...line, n }))
  const end = kept.at(-1)
  if (end?.frame.kind !== 'end') throw new Error('no end')
  end.frame = { ...end.frame, tables: (end.frame.tables ?? 0) - 1, rows: (end.frame.rows ?? 0) - lost }
  return resealed(kept.map((line) => JSON.stringify(line)).join('\n'))
}

describe('any value', () => {
  it('comes back as it was: text, bytes, times, numbers, nothing', async () => {
    const project = projectCopy(join(folder, 'project'))
    writeFileSync(join(project, 'src/database/migrations/2026-12-01-01-nasty.sql'), nastyTable)
    const from = emptyFolder('nasty-from')
    const first = await openDatabase({ config: from, home: project, log: silent })
    await castCenters(first)
    await fc.assert(
      fc.asyncProperty(fc.array(nastyRow, { maxLength: 5 }), (rows) => insertNasty(first, rows)),
      { numRuns: 60 },
    )
    await insertNasty(first, [
      {
        t: 'tab\there\nline \\N \\. \r "double" \'single\' 😀',
        b: Buffer.from([0, 10, 92, 255]),
        f: -0,
        j: '{"a":[null]}',
        z: new Date(1),
      },
    ])
    const rows = await readNasty(first)
    await first.writeBackup(join(folder, 'nasty.fb'))
    await first.close()

    const to = emptyFolder('nasty-to')
    await restoreBackup({ config: to, home: project, file: join(folder, 'nasty.fb'), log: silent })
    const second = await openDatabase({ config: to, home: project, log: silent })
    expect(await readNasty(second)).toEqual(rows)
    expect(rows.length).toBeGreaterThan(50)
    await insertNasty(second, [{ t: 'its sequence goes on', b: null, f: null, j: null, z: null }])
    await second.close()
  })
})

type Nasty = { t: string | null; b: Buffer | null; f: number | null; j: string | null; z: Date | null }

const nastyTable = `create table nasty (center_id uuid not null references centers on delete restrict, id int generated by default as identity,
  t text, b bytea, f float8, j jsonb, z timestamptz, primary key (center_id, id));
  alter table nasty enable row level security; alter table nasty force row level security;
  create policy nasty_of_center on nasty to footbridge_app using (center_id = current_center());
  grant select, insert on nasty to footbridge_app; grant usage on sequence nasty_id_seq to footbridge_app;`

const nastyRow: fc.Arbitrary<Nasty> = fc.record({
  t: fc.option(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
  b: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  f: fc.option(fc.double({ noNaN: true })),
  j: fc.option(fc.json().filter((text) => !text.includes('\\u0000'))),
  z: fc.option(fc.date({ noInvalidDate: true, min: new Date('0100-01-01'), max: new Date('9999-01-01') })),
})

async function insertNasty(database: Database, rows: readonly Nasty[]): Promise<void> {
  await database.transactAs(asAda, async (trx) => {
    for (const { t, b, f, j, z } of rows) {
      await sql`insert into nasty (center_id, t, b, f, j, z) values (${asAda.center}, ${t}, ${b}, ${f}, ${j}, ${z?.toISOString() ?? null})`.execute(
        trx,
      )
    }
  })
}

const readNasty = async (database: Database): Promise<readonly unknown[]> =>
  (
    await database.transactAs(asAda, (trx) =>
      sql`select id, t, b, f::text as f, j::text as j, z from nasty order by id`.execute(trx),
    )
  ).rows
