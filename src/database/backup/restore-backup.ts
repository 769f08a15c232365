// Restores a backup into an empty database: the file is checked whole first, then everything is loaded in one transaction,
// counted and digested again from the database, and kept only if every table is the same.

import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

import { Problem } from '../../shared/index.ts'
import { toProblem } from '../errors.ts'
import { migrate, readMigrations, refuseForeign } from '../migrate.ts'
import { reachDatabase, withClient, type OpenParts } from '../open-database.ts'
import type { Frame } from './frames.ts'
import { readFrames, verifyBackup } from './read-backup.ts'
import {
  copyIn,
  copyOut,
  countLines,
  countRows,
  findTables,
  liftForce,
  plainSession,
  putForce,
  type CopiedTable,
} from './table-copy.ts'
import type { BackupSummary, TableSummary } from './write-backup.ts'

export type RestoreParts = Pick<OpenParts, 'config' | 'home' | 'log'> & { readonly file: string }

export async function restoreBackup({ config, home, log, file }: RestoreParts): Promise<BackupSummary> {
  const header = await verifyBackup(file)
  const known = readMigrations(home)
  refuseForeign(header.migrations, known, 'backup-newer')
  const reached = await reachDatabase({ config, home, log })
  try {
    return await withClient(reached.connections.owner, async (owner) => {
      await migrate(owner, known, header.migrations.at(-1)?.name ?? '')
      const tables = await loadAll(owner, file)
      await migrate(owner, known)
      return { tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0), bytes: (await stat(file)).size }
    })
  } catch (error) {
    throw toProblem(error)
  } finally {
    await reached.close()
  }
}

async function loadAll(owner: Client, file: string): Promise<readonly TableSummary[]> {
  await owner.query(plainSession)
  await owner.query('begin')
  try {
    const tables = await findTables(owner)
    for (const { table } of tables) await owner.query(liftForce(table))
    await refuseFilled(
      owner,
      tables.map(({ table }) => table),
    )
    const expected = await load(owner, readFrames(file))
    refuseOtherTables(expected, tables)
    for (const summary of expected) await compare(owner, summary, tables)
    for (const { table } of tables) await owner.query(putForce(table))
    await owner.query('commit')
    return expected
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

async function refuseFilled(owner: Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    if (((await owner.query(countRows(table))).rowCount ?? 0) > 0) throw new Problem('restore-not-empty')
  }
}

/** Feeds each table's rows to COPY as they are read; returns what the file says of each table. */
async function load(owner: Client, frames: AsyncGenerator<Frame>): Promise<readonly TableSummary[]> {
  const summaries: TableSummary[] = []
  for await (const frame of frames) {
    if (frame.kind === 'table') summaries.push(await loadTable(owner, frame, frames))
    if (frame.kind === 'sequence')
      await owner.query('select setval($1, $2, $3)', [`public."${frame.sequence}"`, frame.value, frame.called])
  }
  return summaries
}

async function loadTable(
  owner: Client,
  table: Extract<Frame, { kind: 'table' }>,
  frames: AsyncGenerator<Frame>,
): Promise<TableSummary> {
  let end: TableSummary | undefined
  async function* rows(): AsyncGenerator<string> {
    while (end === undefined) {
      const next = await frames.next()
      if (next.done === true) return
      if (next.value.kind === 'rows') yield next.value.text
      else if (next.value.kind === 'table-end')
        end = { table: next.value.table, rows: next.value.rows, sha256: next.value.sha256 }
    }
  }
  await pipeline(Readable.from(rows()), owner.query(copyFrom(copyIn(table))))
  if (end === undefined) throw new Problem('backup-damaged', { file: '', reason: 'a table has no end' })
  return end
}

/** The file holds each table of the database once, and no other. */
function refuseOtherTables(expected: readonly TableSummary[], tables: readonly CopiedTable[]): void {
  const inFile = expected.map(({ table }) => table)
  const missing = tables.find(({ table }) => !inFile.includes(table))
  const repeated = inFile.find((table, at) => inFile.indexOf(table) !== at)
  const wrong = missing?.table ?? repeated
  if (wrong !== undefined) throw new Problem('restore-differs', { table: wrong })
}

async function compare(
  owner: Client,
  { table, rows, sha256 }: TableSummary,
  tables: readonly CopiedTable[],
): Promise<void> {
  const found = tables.find((one) => one.table === table)
  if (found === undefined) throw new Problem('restore-differs', { table })
  const hash = createHash('sha256')
  let counted = 0
  for await (const chunk of owner.query(copyTo(copyOut(found))) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    counted += countLines(chunk)
  }
  if (counted !== rows || hash.digest('hex') !== sha256) throw new Problem('restore-differs', { table })
}
