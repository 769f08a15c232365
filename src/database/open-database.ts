// Opens the database as the service uses it: built in or on a server, roles made, migrated, with one pool for the pages.

import { randomUUID } from 'node:crypto'

import { Client, type ClientConfig } from 'pg'

import { Problem, type CenterId } from '../shared/index.ts'
import { writeLedgerFile } from './backup/ledger-file.ts'
import { writeBackupFile, type BackupSummary } from './backup/write-backup.ts'
import { ensureFirstCenter, findCenterForHost } from './center-queries.ts'
import type { DatabaseConfig } from './config.ts'
import { embeddedAdministrator, embeddedConnections, serverConnections, type Connections } from './connections.ts'
import { attachToRunning, openEmbedded } from './embedded/open-embedded.ts'
import { toProblem, whyUnreachable } from './errors.ts'
import { healthOf, type DatabaseHealth } from './health.ts'
import { openPool } from './kysely-pool.ts'
import { appliedMigrations, migrate, readMigrations, refuseForeign } from './migrate.ts'
import { prepareEmbedded, prepareServer, refusePrivileged } from './roles.ts'
import { inTransaction, transact, type Actor, type Trx } from './transact.ts'

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** One transaction as this actor, under row-level security; resolves only after the commit. */
  transactAs<Value>(actor: Actor, work: (trx: Trx) => Promise<Value>): Promise<Value>
  /** The look-ups that need no actor: security-definer functions and nothing else. */
  readonly beforeSignIn: { centerForHost(host: string): Promise<CenterId | undefined> }
  /** One transaction as the owner of the tables: migrations, the first center, tests. */
  asOwner<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>
  /** Never throws, and answers within two seconds. */
  health(): Promise<DatabaseHealth>
  /** All data and no key, and beside it the ledger of erasures (`file`.erasures). */
  writeBackup(file: string): Promise<BackupSummary>
  /** The wrapped keys, to be destroyed after 30 days, and beside it the ledger. */
  writeKeyBackup(file: string): Promise<BackupSummary>
  /** The ledger alone. Returns how many people it names. */
  writeErasures(file: string): Promise<number>
  /** May be called twice. */
  close(): Promise<void>
}

export type OpenParts = {
  readonly config: DatabaseConfig
  /** The project's folder: binaries and migrations lie in it. */
  readonly home: string
  readonly log: (line: string) => void
  /** Default true. False: the level is only checked. */
  readonly migrate?: boolean
  /** Default false. True: where a service runs on the data folder, work beside it instead of refusing. */
  readonly beside?: boolean
  /** Default true; false behind a pooler in transaction mode. */
  readonly nameStatements?: boolean
}

export async function openDatabase(parts: OpenParts): Promise<Database> {
  const reached = await reachDatabase(parts)
  try {
    return await openReached(reached, parts)
  } catch (error) {
    await reached.close()
    throw error
  }
}

export type Reached = {
  readonly kind: Database['kind']
  readonly connections: Connections
  close(): Promise<void>
}

type ReachParts = Pick<OpenParts, 'config' | 'home' | 'log' | 'beside'>

/** A server that answers, with its roles made; nothing is migrated yet. */
export async function reachDatabase({ config, home, log, beside = false }: ReachParts): Promise<Reached> {
  if (config.kind === 'url') return reachServer(config.url, config.appUrl)
  const attached = beside ? attachToRunning(config.folder) : undefined
  if (attached !== undefined) {
    return { kind: 'embedded', connections: embeddedConnections(attached.socketFolder), close: () => attached.close() }
  }
  const running = await openEmbedded({ folder: config.folder, home, log })
  try {
    await withClient(embeddedAdministrator(running.socketFolder), prepareEmbedded)
  } catch (error) {
    await running.close()
    throw error
  }
  return { kind: 'embedded', connections: embeddedConnections(running.socketFolder), close: () => running.close() }
}

async function reachServer(url: string, appUrl: string | undefined): Promise<Reached> {
  try {
    const connections = serverConnections(url, appUrl)
    await withClient(connections.owner, async (owner) => {
      await refuseOldServer(owner)
      await prepareServer(owner, appUrl !== undefined)
    })
    return { kind: 'server', connections, close: () => Promise.resolve() }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('database-url-wrong', { reason: whyUnreachable(error) }, error)
  }
}

async function refuseOldServer(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ version: string }>("select current_setting('server_version_num') as version")
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  if (major < 15) throw new Problem('database-too-old', { found: major })
}

async function openReached(reached: Reached, parts: OpenParts): Promise<Database> {
  const { kind, connections } = reached
  const { home, nameStatements = true } = parts
  const known = readMigrations(home)
  await withClient(connections.owner, async (owner) => {
    if (parts.migrate === false) refuseForeign(await appliedMigrations(owner), known)
    else await migrate(owner, known)
  })
  await withClient(connections.app, refusePrivileged).catch((error: unknown) => {
    throw error instanceof Problem || kind === 'embedded'
      ? error
      : new Problem('database-url-wrong', { reason: whyUnreachable(error) }, error)
  })
  const app = openPool({ connection: connections.app, max: 20, nameStatements })
  const owner = openPool({ connection: connections.owner, max: 2, nameStatements })
  if (parts.migrate !== false) await inTransaction(owner, (trx) => ensureFirstCenter(trx, randomUUID()))
  const readers = { connection: connections.backup, owner: connections.owner }
  let closing: Promise<void> | undefined
  return {
    kind,
    transactAs: (actor, work) => transact(app, actor, work),
    beforeSignIn: { centerForHost: (host) => translated(findCenterForHost(app, host)) },
    asOwner: (work) => inTransaction(owner, work),
    health: () => healthOf(app),
    writeBackup: (file) => writeBackupFile({ ...readers, file, kind: 'data', now: new Date() }),
    writeKeyBackup: (file) => writeBackupFile({ ...readers, file, kind: 'keys', now: new Date() }),
    writeErasures: (file) => writeLedgerFile({ ...readers, file, now: new Date() }),
    close: () => (closing ??= Promise.allSettled([app.destroy(), owner.destroy()]).then(() => reached.close())),
  }
}

async function translated<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    throw toProblem(error)
  }
}

/** A connection for one piece of work. */
export async function withClient<Value>(
  connection: ClientConfig,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
