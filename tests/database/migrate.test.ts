import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'

import { openDatabase, type DatabaseConfig } from '../../src/database/index.ts'
import { home, latestMigration } from '../home.ts'
import { projectCopy, silent, temporaryFolder } from './databases.ts'

const { folder, remove } = temporaryFolder()
const copy = projectCopy(join(folder, 'project'))
const migrations = join(copy, 'src/database/migrations')
const config: DatabaseConfig = { kind: 'embedded', folder: join(folder, 'data') }

const open = () => openDatabase({ config, home: copy, log: silent })

afterAll(remove)

describe('migrations', () => {
  it('bring a new database to the level of the code, with one center, and do nothing the next time', async () => {
    for (let round = 0; round < 2; round++) {
      const database = await open()
      expect(await database.health()).toEqual({ ok: true, migration: latestMigration })
      const centers = await database.asOwner((trx) => trx.selectFrom('centers').select(['name', 'host']).execute())
      expect(centers).toEqual([{ name: 'Our center', host: null }])
      await database.close()
    }
  })

  it('run a later file on top', async () => {
    writeFileSync(join(migrations, '2026-12-01-01-more.sql'), 'create table more (center_id uuid primary key);')
    const database = await open()
    expect((await database.health()).migration).toBe('2026-12-01-01-more')
    await database.close()
  })

  it('keep nothing of a file that fails, and say which', async () => {
    const broken = join(migrations, '2026-12-02-01-broken.sql')
    writeFileSync(broken, 'create table half (a int); select nonsense;')
    await expect(open()).rejects.toThrow('Migration 2026-12-02-01-broken failed and nothing of it was kept')
    writeFileSync(broken, 'select 1;')
    const database = await open()
    const { rows } = await database.asOwner((trx) =>
      sql<{ half: string | null }>`select to_regclass('half')::text as half`.execute(trx),
    )
    expect(rows).toEqual([{ half: null }])
    await database.close()
  })

  it('refuse an old file that was edited', async () => {
    appendFileSync(join(migrations, '2026-12-01-01-more.sql'), '\n-- a small change')
    await expect(open()).rejects.toThrow('Migration 2026-12-01-01-more was changed after it ran')
  })

  it('refuse a database that a newer version has used', async () => {
    const older = openDatabase({ config, home, log: silent })
    await expect(older).rejects.toThrow(
      'The database was last used by a newer Footbridge (migration 2026-12-01-01-more',
    )
  })

  it('that are wrong leave no server behind: the folder can be opened again', async () => {
    writeFileSync(join(migrations, '2026-12-01-01-more.sql'), 'create table more (center_id uuid primary key);')
    const database = await open()
    expect((await database.health()).ok).toBe(true)
    await database.close()
  })
})
