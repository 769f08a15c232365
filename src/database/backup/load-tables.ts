// Loads the tables of a backup file: as the owner, with row-level security lifted for the time of one transaction, counted and
// digested again from the database, and kept only if every table is the same.

import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

import { Problem, type ProblemCode } from '../../shared/index.ts'
import type { Frame } from './frames.ts'
import { readFrames } from './read-backup.ts'
import {
  copyIn,
  copyOut,
  countLines,
  countRows,
  findTables,
  liftForce,
  plainSession,
  putForce,
  type CopiedSchema,
  type CopiedTable,
} from './table-copy.ts'
import type { TableSummary } from './write-backup.ts'

/** One transaction in which the owner sees and writes every row of both schemas. Everything or nothing is kept. */
export async function seeingEveryRow<Value>(owner: Client, work: () => Promise<Value>): Promise<Value> {
  await owner.query(plainSession)
  await owner.query('begin')
  try {
    const tables = [...(await findTables(owner)), ...(await findTables(owner, 'footbridge_keys'))]
    for (const table of tables) await owner.query(liftForce(table))
    const value = await work()
    // Checks of foreign keys that wait for the end would forbid the next statement.
    await owner.query('set constraints all immediate')
    for (const table of tables) await owner.query(putForce(table))
    await owner.query('commit')
    return value
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

export type LoadParts = { readonly file: string; readonly schema: CopiedSchema; readonly filled: ProblemCode }

/** Throws `filled` where a table holds a row already, and Problem('restore-differs') where one is not what the file says. */
export async function loadTables(owner: Client, { file, schema, filled }: LoadParts): Promise<readonly TableSummary[]> {
  const tables = await findTables(owner, schema)
  for (const table of tables) {
    if (((await owner.query(countRows(table))).rowCount ?? 0) > 0) throw new Problem(filled)
  }
  const loaded = await load(owner, schema, readFrames(file))
  refuseOtherTables(loaded, tables)
  for (const one of loaded) await compare(owner, one, tables)
  return loaded.map(({ table, rows, sha256 }) => ({ table, rows, sha256 }))
}

type Loaded = TableSummary & { readonly columns: readonly string[] }

/** Feeds each table's rows to COPY as they are read; returns what the file says of each table. */
async function load(owner: Client, schema: CopiedSchema, frames: AsyncGenerator<Frame>): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = []
  for await (const frame of frames) {
    if (frame.kind === 'table') loaded.push(await loadTable(owner, { schema, ...frame }, frames))
    if (frame.kind === 'sequence')
      await owner.query('select setval($1, $2, $3)', [`public."${frame.sequence}"`, frame.value, frame.called])
  }
  return loaded
}

async function loadTable(
  owner: Client,
  table: Pick<CopiedTable, 'schema' | 'table' | 'columns'>,
  frames: AsyncGenerator<Frame>,
): Promise<Loaded> {
  let end: Loaded | undefined
  async function* rows(): AsyncGenerator<string> {
    while (end === undefined) {
      const next = await frames.next()
      if (next.done === true) return
      if (next.value.kind === 'rows') yield next.value.text
      else if (next.value.kind === 'table-end')
        end = { table: next.value.table, rows: next.value.rows, sha256: next.value.sha256, columns: table.columns }
    }
  }
  await pipeline(Readable.from(rows()), owner.query(copyFrom(copyIn(table))))
  if (end === undefined) throw new Problem('backup-damaged', { file: '', reason: 'a table has no end' })
  return end
}

/** The file holds each table of the database once, and no other. */
function refuseOtherTables(loaded: readonly TableSummary[], tables: readonly CopiedTable[]): void {
  const inFile = loaded.map(({ table }) => table)
  const missing = tables.find(({ table }) => !inFile.includes(table))
  const repeated = inFile.find((table, at) => inFile.indexOf(table) !== at)
  const wrong = missing?.table ?? repeated
  if (wrong !== undefined) throw new Problem('restore-differs', { table: wrong })
}

/** Data is loaded at the level of its backup and has every column; keys may be of a level before the database's. */
async function compare(owner: Client, { table, rows, sha256, columns }: Loaded, tables: readonly CopiedTable[]) {
  const found = tables.find((one) => one.table === table)
  if (found === undefined) throw new Problem('restore-differs', { table })
  if (found.schema === 'public' && found.columns.join() !== columns.join())
    throw new Problem('restore-differs', { table })
  const hash = createHash('sha256')
  let counted = 0
  for await (const chunk of owner.query(copyTo(copyOut({ ...found, columns }))) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    counted += countLines(chunk)
  }
  if (counted !== rows || hash.digest('hex') !== sha256) throw new Problem('restore-differs', { table })
}
