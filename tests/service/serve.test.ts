// Starting, stopping and everything that can be wrong with a start: one sentence that says what to do, and an exit code.

import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, describe, expect, it } from 'vitest'

import { temporaryFolder } from '../database/databases.ts'
import { latestMigration } from '../home.ts'
import { runFootbridge, startService, type Running } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const data = (name: string) => ({ FOOTBRIDGE_DATA: join(folder, name) })

const lines = (text: string): readonly string[] => text.trim().split('\n')

describe('a service', () => {
  it('prints its address and a one-time set-up link, serves, says how it is, and stops cleanly on SIGTERM', async () => {
    const service = await startService(data('one'))
    expect(service.output()).toContain(`Footbridge is ready at http://localhost:${service.port}`)
    const health = await service.ask('/healthz')
    expect(health.status).toBe(200)
    expect(await health.json()).toEqual({
      status: 'ok',
      version: '0.1.0',
      node: process.version,
      database: { kind: 'embedded', migration: latestMigration },
    })
    expect((await service.ask('/es/learn')).status).toBe(200)
    const [, path = ''] = /http:\/\/localhost:\d+(\/set-up\/\S+)/.exec(service.output()) ?? []
    expect((await service.ask(path)).status).toBe(200)
    expect((await service.ask(`${path}x`)).status).toBe(404)
    expect(await service.stop('SIGTERM')).toBe(0)
    expect(service.output()).toContain('Footbridge has stopped.')
  })

  it('fills an empty folder for the demo, offers its people, and is refused beside a real account or another name', async () => {
    const service = await startService(data('demo'), ['--demo'])
    expect(service.output()).toContain(`http://localhost:${service.port}/staff/demo`)
    const page = await (await fetch(`http://localhost:${service.port}/staff/demo`)).text()
    expect([...page.matchAll(/name="person"/g)]).toHaveLength(19)
    expect(await service.stop()).toBe(0)
    const usual = await startService(data('demo'))
    expect((await fetch(`http://localhost:${usual.port}/staff/demo`)).status).toBe(404)
    expect(await usual.stop()).toBe(0)
    const away = runFootbridge(['serve', '--demo'], {
      ...data('away'),
      FOOTBRIDGE_URL: 'https://center.example/',
      PORT: '1',
    })
    expect([away.status, away.stderr]).toEqual([1, expect.stringContaining('localhost only')])
  })

  it('stops cleanly on SIGINT, and the old set-up link ends with the next start', async () => {
    const first = await startService(data('two'))
    const [, path = ''] = /(\/set-up\/\S+)/.exec(first.output()) ?? []
    expect(await first.stop('SIGINT')).toBe(0)
    const second = await startService(data('two'))
    expect((await second.ask(path)).status).toBe(404)
    expect(await second.stop()).toBe(0)
  })

  it('runs beside another one on another folder', async () => {
    const services = await Promise.all([startService(data('left')), startService(data('right'))])
    for (const service of services) expect((await service.ask('/healthz')).status).toBe(200)
    expect(await Promise.all(services.map((service) => service.stop()))).toEqual([0, 0])
  })

  it('answers 503 while its database is gone, keeps the public pages up, and comes back by itself', async () => {
    const service = await startService(data('gone'))
    process.kill(Number(lines(readFileSync(join(folder, 'gone/postgres/postmaster.pid'), 'utf8'))[0]), 'SIGKILL')
    const gone = await service.ask('/healthz')
    expect(gone.status).toBe(503)
    expect(await gone.json()).toMatchObject({ status: 'database-unavailable', database: { migration: null } })
    expect((await service.ask('/report')).status).toBe(200)
    expect(await isWellWithin(service, 20_000)).toBe(true)
    expect(await service.stop()).toBe(0)
  })

  it('starts again after kill -9 of itself', async () => {
    const first = await startService(data('killed'))
    await first.stop('SIGKILL')
    const second = await startService(data('killed'))
    expect((await second.ask('/healthz')).status).toBe(200)
    expect(await second.stop()).toBe(0)
  })
})

describe('a start that cannot be', () => {
  const refused = (environment: Readonly<Record<string, string>>) => {
    const { status, stderr } = runFootbridge(['serve'], environment)
    return { status, said: lines(stderr) }
  }

  it('says that the folder is in use, and by which process', async () => {
    const service = await startService(data('busy'))
    const { status, said } = refused({ ...data('busy'), PORT: '3999' })
    expect(status).toBe(1)
    expect(said).toEqual([
      expect.stringMatching(
        /already running on the data folder .*busy \(process \d+\)\. Stop it first, or set FOOTBRIDGE_DATA/,
      ),
    ])
    expect(said[0]).toContain(`(process ${service.child.pid ?? 0})`)
    await service.stop()
  })

  it('says that the port is taken, and lets go of the folder', async () => {
    const service = await startService(data('port-one'))
    const { status, said } = refused({ ...data('port-two'), PORT: String(service.port) })
    expect([status, said]).toEqual([
      1,
      [`Port ${service.port} is already in use. Stop the other program, or choose another port: PORT=3001 npm start.`],
    ])
    const after = await startService(data('port-two'))
    await Promise.all([service.stop(), after.stop()])
  })

  it.each([
    [
      'an unwritable folder',
      { FOOTBRIDGE_DATA: '/proc/footbridge' },
      /The data folder \/proc\/footbridge cannot be written/,
    ],
    [
      'a wrong DATABASE_URL',
      { DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/db' },
      /^DATABASE_URL did not work: nothing answers at this host and port\./,
    ],
    ['a wrong port', { PORT: 'three' }, /^PORT must be a number/],
    ['a wrong word for counting', { FOOTBRIDGE_COUNT: 'maybe' }, /^FOOTBRIDGE_COUNT must be yes or no/],
    ['a wrong place to listen', { FOOTBRIDGE_LISTEN: 'here' }, /^FOOTBRIDGE_LISTEN must be an IP address/],
    ['a wrong exit', { FOOTBRIDGE_EXIT: 'www.weather.gov' }, /^FOOTBRIDGE_EXIT must be a whole address/],
    ['a wrong address', { FOOTBRIDGE_URL: 'center.example' }, /^FOOTBRIDGE_URL must be a whole address/],
  ])('says what is wrong with %s', (_, environment, sentence) => {
    const { status, said } = refused(environment)
    expect(status).toBe(1)
    expect(said).toEqual([expect.stringMatching(sentence)])
    expect(said[0]).not.toContain('hidden-word')
  })
})

const isRoot = process.getuid?.() === 0

describe.skipIf(!isRoot)(`as root${isRoot ? '' : ' (skipped: these tests run as an ordinary user)'}`, () => {
  const open = join(folder, 'open')

  it.each([
    ['inside a user namespace', 'unshare'],
    ['as a system user, in a folder that it can reach', 'user'],
  ])('the built-in database runs %s', (_, mode) => {
    mkdirSync(open, { recursive: true })
    for (const path of [folder, open]) chmodSync(path, 0o755)
    const run = runFootbridge(['migrate'], { FOOTBRIDGE_DATA: join(open, mode), FOOTBRIDGE_ROOT_MODE: mode })
    expect([run.status, run.stdout.includes(`The database is at ${latestMigration}.`)]).toEqual([0, true])
  })

  it('a system user that cannot reach the folder is told of with a sentence', () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const run = runFootbridge(['migrate'], { FOOTBRIDGE_DATA: join(closed, 'data'), FOOTBRIDGE_ROOT_MODE: 'user' })
    expect([run.status, lines(run.stderr)]).toEqual([
      1,
      [expect.stringContaining('Set FOOTBRIDGE_DATA to a folder such as')],
    ])
  })
})

async function isWellWithin(service: Running, ms: number): Promise<boolean> {
  const limit = Date.now() + ms
  while (Date.now() < limit) {
    if ((await service.ask('/healthz')).status === 200) return true
    await wait(50)
  }
  return false
}
