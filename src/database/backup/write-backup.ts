// Writes a backup: all tables in one snapshot, as the role that may read every row. The file appears under its name only
// when it is whole and on disk, and never takes the place of another.

import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { constants, copyFile, link, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { Problem } from '../../shared/index.ts'
import { sqlState, toProblem } from '../errors.ts'
import { appliedMigrations, migrationLock, type Applied } from '../migrate.ts'
import { backupRoleSql } from '../roles.ts'
import { withSeal } from './file-seal.ts'
import { backupFormat, backupVersion, FrameWriter, type Frame } from './frames.ts'
import { verifyBackup } from './read-backup.ts'
import { copyOut, countLines, findTables, plainSession, type CopiedTable } from './table-copy.ts'

export type TableSummary = { readonly table: string; readonly rows: number; readonly sha256: string }
export type BackupSummary = { readonly tables: readonly TableSummary[]; readonly rows: number; readonly bytes: number }

export type BackupParts = {
  /** As the backup role. */
  readonly connection: ClientConfig
  /** Used where the owner itself may read every row (a superuser). */
  readonly owner: ClientConfig
  readonly file: string
}

export async function writeBackupFile({ connection, owner, file }: BackupParts): Promise<BackupSummary> {
  if (existsSync(file)) throw new Problem('backup-target-exists', { file })
  const client = await connectAsReader(connection, owner)
  const draft = `${file}.${randomUUID()}.partial`
  try {
    await client.query(plainSession)
    await client.query('set row_security = off')
    // Rows of a table that a migration rewrites meanwhile would be missing from the snapshot.
    await client.query('select pg_advisory_lock_shared($1)', [migrationLock])
    await client.query('begin isolation level repeatable read read only')
    const tables: TableSummary[] = []
    await writeDraft(draft, allFrames(client, tables))
    await client.query('commit')
    await verifyBackup(draft)
    await publish(draft, file)
    return { tables, rows: sum(tables), bytes: (await stat(file)).size }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw asBackupProblem(error, file)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A role under row-level security would silently write a part of the rows: it is refused, never used. */
async function connectAsReader(connection: ClientConfig, owner: ClientConfig): Promise<Client> {
  for (const config of [connection, owner]) {
    const client = new Client(config)
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ free: boolean }>(
        'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
      )
      if (rows[0]?.free === true) return client
    } catch (error) {
      if (!['22023', '42501', '42704', '28000'].includes(sqlState(error))) throw toProblem(error)
    }
    await client.end().catch(() => undefined)
  }
  throw new Problem('backup-role-missing', { sql: backupRoleSql })
}

async function* allFrames(client: Client, summaries: TableSummary[]): AsyncGenerator<Frame> {
  yield await header(client)
  for (const table of await findTables(client)) yield* tableFrames(client, table, summaries)
  yield* await sequenceFrames(client)
  yield { kind: 'end', tables: summaries.length, rows: sum(summaries) }
}

async function header(client: Client): Promise<Frame> {
  const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server")
  const migrations: readonly Applied[] = await appliedMigrations(client)
  return {
    kind: 'header',
    format: backupFormat,
    version: backupVersion,
    madeAt: new Date().toISOString(),
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

/** A link, not a rename: it fails where a file of that name has appeared meanwhile. Some disks have no links: there, a copy. */
async function publish(draft: string, file: string): Promise<void> {
  await link(draft, file).catch(async (error: unknown) => {
    if (sqlState(error) === 'EEXIST') throw error
    await copyFile(draft, file, constants.COPYFILE_EXCL)
  })
  await rm(draft)
  const folder = await open(dirname(file) === '' ? '.' : dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

function asBackupProblem(error: unknown, file: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST') return new Problem('backup-target-exists', { file })
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the folder does not exist',
    EACCES: 'this user may not write there',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'its folder is a file',
    ENAMETOOLONG: 'its name is too long',
    EDQUOT: 'the disk quota is used up',
    EIO: 'the disk does not work',
    EPERM: 'the disk does not allow it',
  }
  const reason = reasons[code]
  return reason === undefined ? toProblem(error) : new Problem('backup-unwritable', { file, reason }, error)
}

const sum = (tables: readonly TableSummary[]): number => tables.reduce((total, { rows }) => total + rows, 0)
