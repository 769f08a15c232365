// Walks the catalogue: every table holds the laws of the house, or the test names it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeSchema } from '../../src/database/index.ts'
import { home } from '../home.ts'
import { freshDatabase, type Fresh } from './databases.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const ask = async <Row>(query: string): Promise<readonly Row[]> =>
  (await fresh.database.asOwner((trx) => sql.raw<Row>(query).execute(trx))).rows

const ourTables = `select c.oid, c.relname from pg_class c where c.relnamespace in ('public'::regnamespace, 'footbridge_keys'::regnamespace) and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'`

describe('every table of a center', () => {
  it('is there', async () => {
    expect((await ask(ourTables)).length).toBeGreaterThanOrEqual(3)
  })

  it('has center_id first in its primary key and in each unique key', async () => {
    const broken =
      await ask(`select t.relname, k.conname from (${ourTables}) t left join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u')
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where (k.oid is null or a.attname <> 'center_id') and k.conname is distinct from 'centers_host_key'`)
    expect(broken).toEqual([])
  })

  it('has center_id first in every foreign key, which says what happens on delete', async () => {
    const broken =
      await ask(`select k.conname from (${ourTables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where a.attname <> 'center_id' or pg_get_constraintdef(k.oid) !~ 'ON DELETE'`)
    expect(broken).toEqual([])
  })

  it('has row-level security, forced, with a policy', async () => {
    const broken = await ask(`select t.relname from (${ourTables}) t join pg_class c on c.oid = t.oid
      where not c.relrowsecurity or not c.relforcerowsecurity or not exists (select 1 from pg_policy p where p.polrelid = t.oid)`)
    expect(broken).toEqual([])
  })

  it('keeps every time with its zone', async () => {
    expect(
      await ask(
        `select a.attrelid::regclass::text, a.attname from (${ourTables}) t join pg_attribute a on a.attrelid = t.oid where a.atttypid in ('timestamp'::regtype, 'time'::regtype)`,
      ),
    ).toEqual([])
  })

  it('has a class for every column, and sealed bytes for whatever is P3 or P4', async () => {
    const columns = await ask<{ column: string; type: string; class: string | null }>(
      `select t.relname || '.' || a.attname as column, format_type(a.atttypid, a.atttypmod) as type, col_description(t.oid, a.attnum) as class
       from (${ourTables}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`,
    )
    expect(columns.filter((one) => !/^P[0-4]$/.test(one.class ?? ''))).toEqual([])
    expect(columns.filter((one) => /^P[34]$/.test(one.class ?? '') && one.type !== 'bytea')).toEqual([])
    expect(columns.length).toBeGreaterThan(100)
  })

  it('has no trigger: a distributed engine refuses them', async () => {
    expect(await ask(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
  })
})

describe('functions that run with the rights of their owner', () => {
  it('are the look-up before sign-in and those that check who asks, with a fixed search path, closed to the public', async () => {
    const found = await ask(
      `select proname, array_to_string(proconfig, ',') as config, array_to_string(proacl, ',') ~ '(^|,)=X' as open from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`,
    )
    const names = [
      'carry_conflicts',
      'case_facts_for_officer',
      'case_for_officer',
      'center_for_host',
      'conflicts_of_current',
      'end_case_access',
      'erase_individual',
      'erasure_state',
      'grant_case_access',
      'last_case_number',
      'may_merge',
      'merge_children',
      'notes_to_reseal',
      'open_break_glass',
      'record_case_conflict',
      'reseal_note',
      'sees_case',
    ]
    expect(found).toEqual(names.map((proname) => ({ proname, config: 'search_path=pg_catalog, pg_temp', open: false })))
  })
})

describe('schema.sql', () => {
  it('is what the migrations make (bin/footbridge schema > src/database/schema.sql)', async () => {
    expect(await writeSchema(fresh.database)).toBe(readFileSync(join(home, 'src/database/schema.sql'), 'utf8'))
  })
})
