// Starts, adopts, watches and stops the built-in PostgreSQL. It listens on a Unix socket in a private folder and on no
// network. If it dies while the service lives, it is started again; if it outlived a killed service, it is taken over.

import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import { Problem } from '../../shared/index.ts'
import { sqlState } from '../errors.ts'
import { plainEnvironment, type ClusterParts } from './cluster.ts'
import { withFileLock } from './file-lock.ts'
import { isAlive, livingPostmaster } from './postmaster.ts'

export type Server = {
  /** Stops watching and leaves the server running: another service has the say over it. */
  leave(): void
  /** Stops it as PostgreSQL's "fast" shutdown does: transactions under way end, nothing committed is lost. */
  stop(): Promise<void>
}

export type ServerParts = ClusterParts & { readonly socketFolder: string }

const patienceMs = 20_000
const watchEveryMs = 250

/** Resolves when the server answers. Statements and their values are never logged: they could hold a child's data. */
export async function startServer(parts: ServerParts): Promise<Server> {
  let stopping = false
  try {
    await untilAnswering(parts)
  } catch (error) {
    await stopPostmaster(parts.folder)
    throw error
  }
  let restarting: Promise<void> | undefined
  const watch = setInterval(() => {
    if (stopping || restarting !== undefined || livingPostmaster(parts.folder) !== undefined) return
    restarting = untilAnswering(parts)
      .catch(() => undefined)
      .finally(() => (restarting = undefined))
  }, watchEveryMs)
  watch.unref()
  const leave = (): void => {
    stopping = true
    clearInterval(watch)
  }
  return {
    leave,
    async stop() {
      leave()
      await restarting
      await stopPostmaster(parts.folder)
    },
  }
}

/**
 * Takes over a living server or spawns one, again and again: backends of a killed one may hold on for a moment. A server
 * that says it is not ready yet is replaying what a crash left; it is given all the time it needs.
 */
async function untilAnswering(parts: ServerParts): Promise<void> {
  let limit = Date.now() + patienceMs
  let child: ChildProcess | undefined
  while (Date.now() < limit) {
    const state = await ask(parts.socketFolder)
    if (state === 'answers') return
    if (state === 'not-yet') limit = Date.now() + patienceMs
    const living = livingPostmaster(parts.folder) !== undefined
    if (!living && (child === undefined || child.exitCode !== null || child.signalCode !== null))
      child = spawnPostgres(parts)
    await wait(25)
  }
  throw new Problem('embedded-database-failed', { log: parts.logFile })
}

function spawnPostgres({ folder, binaries, runAs, logFile, socketFolder }: ServerParts): ChildProcess {
  keepLogSmall(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const postgres = runAs.wrap(binaries.postgres, ['-D', folder, ...settings(socketFolder)])
  const [program, ...args] = withFileLock(folder, postgres)
  const child = spawn(program, args, { stdio: ['ignore', log, log], env: plainEnvironment(), detached: true })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  return child
}

const settings = (socketFolder: string): readonly string[] =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_min_messages: 'fatal',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_duration_statement: '-1',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** One old log is kept; a log never grows over 2 MB between two starts. */
function keepLogSmall(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) renameSync(file, `${file}.old`)
}

/** 'not-yet': a server is there and says that it is starting, replaying or stopping (SQLSTATE 57P03). */
async function ask(host: string): Promise<'answers' | 'not-yet' | 'silent'> {
  const client = new Client({ host, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'answers'
  } catch (error) {
    return sqlState(error) === '57P03' ? 'not-yet' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function stopPostmaster(folder: string): Promise<void> {
  const pid = livingPostmaster(folder)
  if (pid === undefined) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    if (await isGoneWithin(pid, patienceMs)) return
  }
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const limit = Date.now() + ms
  while (Date.now() < limit) {
    if (!isAlive(pid)) return true
    await wait(20)
  }
  return false
}
