// Forward-only migrations: plain SQL files, each in one transaction, recorded with their checksum. A file that was edited
// after it ran is refused, and so is a database that a newer version has used.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Client } from 'pg'

import { Problem } from '../shared/index.ts'
import { sqlState } from './errors.ts'

export type Migration = { readonly name: string; readonly checksum: string; readonly sql: string }
export type Applied = Pick<Migration, 'name' | 'checksum'>

/** The files in their order. `home` is the project's folder. */
export function readMigrations(home: string): readonly Migration[] {
  const folder = join(home, 'src/database/migrations')
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d-\d\d-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8')
    return { name: file.slice(0, -4), checksum: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

// Any number that nothing else of ours uses: two services that start at once migrate one after the other.
export const migrationLock = 7_146_310

/** Brings the database up to `upTo` (default: all), as the owner. Returns the names that ran now. */
export async function migrate(owner: Client, known: readonly Migration[], upTo?: string): Promise<readonly string[]> {
  await owner.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    const applied = await appliedMigrations(owner)
    refuseForeign(applied, known)
    const done = new Set(applied.map(({ name }) => name))
    const due = known.filter(({ name }) => !done.has(name) && (upTo === undefined || name <= upTo))
    for (const migration of due) await run(owner, migration)
    return due.map(({ name }) => name)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

/** In order; empty for a database that Footbridge has not used. */
export async function appliedMigrations(owner: Client): Promise<readonly Applied[]> {
  const { rows: found } = await owner.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  )
  if (found[0]?.there !== true) return []
  return (await owner.query<Applied>('select name, checksum from schema_migrations order by name')).rows
}

/** Throws when a migration is not known here, or is not what it was when it ran. */
export function refuseForeign(
  applied: readonly Applied[],
  known: readonly Applied[],
  newer: 'database-newer' | 'backup-newer' = 'database-newer',
): void {
  for (const { name, checksum } of applied) {
    const here = known.find((migration) => migration.name === name)
    if (here === undefined) throw new Problem(newer, { level: name })
    if (here.checksum !== checksum) throw new Problem('migration-edited', { name })
  }
}

async function run(owner: Client, { name, checksum, sql }: Migration): Promise<void> {
  try {
    await owner.query('begin')
    await owner.query(
      'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    await owner.query(sql)
    await owner.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await owner.query('commit')
  } catch (cause) {
    await owner.query('rollback')
    throw new Problem('migration-failed', { name, reason: `SQLSTATE ${sqlState(cause)}` }, cause)
  }
}
