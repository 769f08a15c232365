// What a start has to survive: a second service, a killed one, an interrupted first start, folders that do not work.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { databaseConfig, openDatabase, type Database } from '../../src/database/index.ts'
import { Problem } from '../../src/shared/index.ts'
import { asService, castCenters } from '../cast.ts'
import { home } from '../home.ts'
import { silent, temporaryFolder } from './databases.ts'

const openIn = (folder: string): Promise<Database> =>
  openDatabase({ config: { kind: 'embedded', folder }, home, log: silent })

const codeOf = async (opening: Promise<Database>): Promise<string> => {
  try {
    await (await opening).close()
    return 'opened'
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('databaseConfig', () => {
  it('prefers DATABASE_URL, then FOOTBRIDGE_DATA, then ./data of the project', () => {
    expect(databaseConfig({ DATABASE_URL: 'postgres://x/y', FOOTBRIDGE_DATA: '/d' }, '/p')).toEqual({
      kind: 'url',
      url: 'postgres://x/y',
    })
    expect(databaseConfig({ DATABASE_URL: '', FOOTBRIDGE_DATA: '/d' }, '/p')).toEqual({
      kind: 'embedded',
      folder: '/d',
    })
    expect(databaseConfig({}, '/p')).toEqual({ kind: 'embedded', folder: '/p/data' })
  })
})

describe('one data folder', () => {
  it('is held by one service: the second is told which process holds it', async () => {
    const { folder, remove } = temporaryFolder()
    const first = await openIn(folder)
    await expect(openIn(folder)).rejects.toThrow(
      `already running on the data folder ${folder} (process ${process.pid})`,
    )
    expect((await first.health()).ok).toBe(true)
    await first.close()
    expect(await codeOf(openIn(folder))).toBe('opened')
    remove()
  })

  it('is given to exactly one of two services that start at once', async () => {
    const { folder, remove } = temporaryFolder()
    const both = await Promise.allSettled([openIn(folder), openIn(folder)])
    const opened = both.filter((one) => one.status === 'fulfilled').map(({ value }) => value)
    expect(opened).toHaveLength(1)
    await Promise.all(opened.map((database) => database.close()))
    remove()
  })

  it('is held inside the database too, for a service that sees neither lock of the other, and whose failing stops nothing', async () => {
    const { folder, remove } = temporaryFolder()
    const first = await openIn(folder)
    const second = spawnSync(
      'unshare',
      ['-n', process.execPath, join(home, 'tests/database/crash-writer.ts'), folder, 'hold'],
      { encoding: 'utf8', timeout: 20_000 },
    )
    // Only root may make a network namespace; elsewhere the command fails before it comes to our code.
    if (process.getuid?.() === 0) expect(second.stderr).toContain('already running')
    expect(second.status).not.toBe(0)
    expect((await first.health()).ok).toBe(true)
    await first.close()
    remove()
  })

  it('is private', async () => {
    const { folder, remove } = temporaryFolder()
    const data = join(folder, 'data')
    const database = await openIn(data)
    for (const path of [data, join(data, 'run'), join(data, 'postgres')])
      expect(statSync(path).mode & 0o077, path).toBe(0)
    await database.close()
    remove()
  })

  it('may have a path too long for a socket', async () => {
    const { folder, remove } = temporaryFolder()
    expect(await codeOf(openIn(join(folder, 'a-long-name-'.repeat(9))))).toBe('opened')
    remove()
  })

  it('is refused when it cannot be made or belongs to another version of PostgreSQL', async () => {
    expect(await codeOf(openIn('/dev/null/data'))).toBe('data-folder-unwritable')
    const { folder, remove } = temporaryFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '16\n')
    expect(await codeOf(openIn(folder))).toBe('embedded-database-version')
    remove()
  })

  it('is made anew after a first start that was interrupted', async () => {
    const { folder, remove } = temporaryFolder()
    mkdirSync(join(folder, 'postgres.new'))
    writeFileSync(join(folder, 'postgres.new/half'), '')
    expect(await codeOf(openIn(folder))).toBe('opened')
    remove()
  })
})

describe('after kill -9', () => {
  it('of the service, the lock is free, its server is taken over or gone, and nothing acknowledged is lost', async () => {
    const { folder, remove } = temporaryFolder()
    const child = startHolder(folder)
    await untilSays(child, 'open')
    child.kill('SIGKILL')
    const database = await openIn(folder)
    expect((await database.health()).ok).toBe(true)
    await database.close()
    remove()
  })

  it('of the database, the service says so, and finds it again by itself', async () => {
    const { folder, remove } = temporaryFolder()
    const database = await openIn(folder)
    await castCenters(database)
    process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    const seen = await Promise.all([database.health(), codeOfWork(database)])
    expect(seen[0].ok).toBe(false)
    expect(seen[1]).toBe('database-unavailable')
    await untilWell(database)
    expect(await codeOfWork(database)).toBe('done')
    await database.close()
    remove()
  })
})

const codeOfWork = async (database: Database): Promise<string> =>
  database
    .transactAs(asService, (trx) => trx.selectFrom('centers').selectAll().execute())
    .then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )

async function untilWell(database: Database): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await database.health()).ok) return
    await wait(50)
  }
  throw new Error('The database did not come back')
}

const startHolder = (folder: string): ChildProcess =>
  spawn(process.execPath, [join(home, 'tests/database/crash-writer.ts'), folder, 'hold'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

function untilSays(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve()
    })
    child.once('exit', () => reject(new Error('The holder ended')))
  })
}
