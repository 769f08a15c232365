// Writes a backup of the data, or of the wrapped keys: all tables of that schema in one snapshot, as the role that may read
// every row. Beside each file goes the ledger of erasures, so that whichever file a center has left knows who was erased.

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { appliedMigrations, type Applied } from '../migrate.ts'
import { withSeal } from './file-seal.ts'
import { backupFormat, backupVersion, FrameWriter, type BackupKind, type Frame } from './frames.ts'
import { ledgerBeside, writeLedgerFile } from './ledger-file.ts'
import { verifyBackup } from './read-backup.ts'
import { withSnapshot, type Readers } from './reader.ts'
import { copyOut, countLines, findTables, type CopiedTable } from './table-copy.ts'
import { refuseTaken, writeWholeFile } from './whole-file.ts'

export type TableSummary = { readonly table: string; readonly rows: number; readonly sha256: string }
export type BackupSummary = { readonly tables: readonly TableSummary[]; readonly rows: number; readonly bytes: number }

export type BackupParts = Readers & { readonly file: string; readonly kind: BackupKind; readonly now: Date }

/** Days after which a backup of keys is to be destroyed (design section 7, 6): so long may an erasure be undone with it. */
export const keyBackupDays = 30

export const destroyBy = (made: Date): Date => new Date(made.getTime() + keyBackupDays * 86_400_000)

/** Writes `file`, and then the ledger beside it. Throws Problem 'backup-target-exists' where either name is taken. */
export async function writeBackupFile({ file, kind, now, ...readers }: BackupParts): Promise<BackupSummary> {
  refuseTaken(ledgerBeside(file))
  const tables = await writeWholeFile(
    file,
    (draft) =>
      withSnapshot(readers, async (client) => {
        const summaries: TableSummary[] = []
        await writeDraft(draft, allFrames(client, { kind, now }, summaries))
        return summaries
      }),
    verifyBackup,
  )
  // After the snapshot: it may know of one erasure more, and never of one less.
  await writeLedgerFile({ ...readers, file: ledgerBeside(file), now })
  return { tables, rows: sum(tables), bytes: (await stat(file)).size }
}

type Headed = Pick<BackupParts, 'kind' | 'now'>

async function* allFrames(client: Client, headed: Headed, summaries: TableSummary[]): AsyncGenerator<Frame> {
  yield await header(client, headed)
  const schema = headed.kind === 'keys' ? 'footbridge_keys' : 'public'
  for (const table of await findTables(client, schema)) yield* tableFrames(client, table, summaries)
  if (schema === 'public') yield* await sequenceFrames(client)
  yield { kind: 'end', tables: summaries.length, rows: sum(summaries) }
}

async function header(client: Client, { kind, now }: Headed): Promise<Frame> {
  const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server")
  const migrations: readonly Applied[] = await appliedMigrations(client)
  return {
    kind: 'header',
    format: backupFormat,
    version: backupVersion,
    holds: kind,
    ...(kind === 'keys' ? { destroyBy: destroyBy(now).toISOString() } : {}),
    madeAt: now.toISOString(),
    server: rows[0]?.server ?? '',
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
  }
}

async function* tableFrames(client: Client, table: CopiedTable, summaries: TableSummary[]): AsyncGenerator<Frame> {
  yield { kind: 'table', table: table.table, columns: [...table.columns] }
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rows = 0
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    rows += countLines(chunk)
    yield { kind: 'rows', text: decoder.decode(chunk, { stream: true }) }
  }
  decoder.decode()
  const sha256 = hash.digest('hex')
  summaries.push({ table: table.table, rows, sha256 })
  yield { kind: 'table-end', table: table.table, rows, sha256 }
}

async function sequenceFrames(client: Client): Promise<readonly Frame[]> {
  const { rows } = await client.query<{ sequencename: string }>(
    "select sequencename from pg_sequences where schemaname = 'public' order by 1",
  )
  const frames: Frame[] = []
  for (const { sequencename } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public."${sequencename}"`,
    )
    if (state[0] !== undefined) frames.push({ kind: 'sequence', sequence: sequencename, ...state[0] })
  }
  return frames
}

async function writeDraft(draft: string, frames: AsyncGenerator<Frame>): Promise<void> {
  const writer = new FrameWriter()
  async function* lines(): AsyncGenerator<string> {
    for await (const frame of frames) yield writer.line(frame)
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    withSeal,
    createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
  )
}

const sum = (tables: readonly TableSummary[]): number => tables.reduce((total, { rows }) => total + rows, 0)
