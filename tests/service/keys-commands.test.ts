// The key file as an operator meets it, with the real processes: made at the first start, asked for ever after, shown without
// a key, rotated under a running service, and restored.

import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeKeyFile, readKeyFile } from '../../src/access/keys/index.ts'
import { takeKeyLock } from '../../src/access/key-queries.ts'
import { openVault } from '../../src/access/open-vault.ts'
import { openDatabase, type Database } from '../../src/database/index.ts'
import { insertFamily, mira, erase } from '../access/sealed-family.ts'
import { castCenters } from '../cast.ts'
import { silent, temporaryFolder } from '../database/databases.ts'
import { home } from '../home.ts'
import { runFootbridge, startService } from './service.ts'

const { folder, remove } = temporaryFolder()
const path = (name: string) => join(folder, name)
/** Riverbend's own host: the service of these tests answers for it. */
const settings = (name: string) => ({
  FOOTBRIDGE_DATA: path(name),
  FOOTBRIDGE_URL: 'http://riverbend.example',
  FOOTBRIDGE_LISTEN: '127.0.0.1',
})
const data = settings('data')
const keyFile = path('data/keys/footbridge.keys')

const opened = async (name: string, work: (database: Database) => Promise<unknown>): Promise<void> => {
  const config = { kind: 'embedded', folder: path(name) } as const
  const database = await openDatabase({ config, home, log: silent, beside: true })
  await work(database).finally(() => database.close())
}

/** What no output may hold. */
const secrets = (file: string): readonly string[] =>
  [...readKeyFile(file).keys.values()].map((key) => key.toString('base64url'))

beforeAll(() => opened('data', (database) => castCenters(database)))
afterAll(remove)

describe('the key file', () => {
  it('is shown as not there yet before the first start', () => {
    const { status, stdout } = runFootbridge(['keys'], data)
    expect([status, stdout]).toEqual([0, expect.stringContaining('There is none yet')])
    expect(existsSync(keyFile)).toBe(false)
  })

  it('is made at the first start, for its owner alone, with advice and without showing a key', async () => {
    const service = await startService(data)
    expect(service.output()).toContain(`Made the key file ${keyFile}. Copy it now to two safe places`)
    expect(statSync(keyFile).mode & 0o077).toBe(0)
    for (const secret of secrets(keyFile)) expect(service.output()).not.toContain(secret)
    expect(await service.stop()).toBe(0)
    await opened('data', (database) =>
      insertFamily(database, openVault({ ring: ring(keyFile), now: () => new Date() })),
    )
  })

  it('stays as it is at the next start', async () => {
    const before = readFileSync(keyFile)
    const service = await startService(data)
    expect(service.output()).not.toContain('Made the key file')
    expect(await service.stop()).toBe(0)
    expect(readFileSync(keyFile).equals(before)).toBe(true)
  })

  it(
    'is asked for when it is gone, is another one, or is an older copy; no new one is made',
    { timeout: 60_000 },
    () => {
      renameSync(keyFile, path('aside'))
      expect(runFootbridge(['serve'], data)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/Put it back/) as string,
      })
      expect(existsSync(keyFile)).toBe(false)
      makeKeyFile(keyFile, new Date())
      expect(runFootbridge(['serve'], data)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/does not open what is saved/) as string,
      })
      expect(runFootbridge(['keys'], data)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('KEY 1 OF THE FILE IS ANOTHER ONE') as string,
      })
      expect(runFootbridge(['keys', '--rotate'], data).stderr).toMatch(/does not open what is saved/)
      renameSync(path('aside'), keyFile)
    },
  )
})

describe('footbridge keys', () => {
  it('shows number, day, fingerprint and use of each key, what its loss means, and no key', () => {
    const { status, stdout } = runFootbridge(['keys'], data)
    expect(status).toBe(0)
    expect(stdout).toContain(`Key file: ${keyFile}`)
    // Three people, and the two centers.
    expect(stdout).toMatch(/key 1 +made \d{4}-\d\d-\d\d +fingerprint [0-9a-f]{8} +closes 5 keys of people +current/)
    expect(stdout).toContain('No key that is needed is missing.')
    expect(stdout).toContain('nobody can ever read those fields again')
    expect(stdout).toContain('Keep two copies')
    for (const secret of secrets(keyFile)) expect(stdout).not.toContain(secret)
  })

  it(
    'rotates beside a running service, once at a time, and --rewrap finds nothing left to do',
    { timeout: 60_000 },
    async () => {
      copyFileSync(keyFile, path('older'))
      const service = await startService(data)
      await opened('data', (database) =>
        database.asOwner(async (trx) => {
          expect(await takeKeyLock(trx)).toBe(true)
          expect(runFootbridge(['keys', '--rotate'], data).stderr).toContain(
            'Keys are being changed by another process',
          )
          expect(readKeyFile(keyFile).keys.size).toBe(1)
        }),
      )
      const { status, stdout } = runFootbridge(['keys', '--rotate'], data)
      expect([status, stdout]).toEqual([0, expect.stringContaining('Closed 5 keys of people again, with key 2.')])
      expect(stdout).toMatch(/Added key 2 .*Copy it now to two safe places/)
      for (const secret of secrets(keyFile)) expect(stdout).not.toContain(secret)
      expect(runFootbridge(['keys', '--rewrap'], data).stdout).toContain('Closed 0 keys of people again, with key 2.')
      expect(runFootbridge(['keys'], data).stdout).toMatch(
        /key 1 .*closes 0 keys .*\n.*key 2 .*closes 5 keys .*current/,
      )
      expect(await service.stop()).toBe(0)
    },
  )

  it('says which key an older copy of the file lacks; the service does not start with it', () => {
    renameSync(keyFile, path('newest'))
    copyFileSync(path('older'), keyFile)
    expect(runFootbridge(['keys'], data)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(
        'KEY 2 IS MISSING from the file, and 5 keys of people cannot be opened',
      ) as string,
    })
    expect(runFootbridge(['serve'], data).stderr).toContain('lacks key 2')
    rmSync(keyFile)
    renameSync(path('newest'), keyFile)
  })

  it.each([[['--rotate', '--rewrap']], [['--colour']], [['somewhere']]])('refuses %j with exit code 2', (args) => {
    expect(runFootbridge(['keys', ...args], data).status).toBe(2)
  })
})

describe('after the loss of the machine', () => {
  const back = { ...settings('back'), FOOTBRIDGE_KEY_FILE: path('copy-of-keys') }

  it(
    'everything comes back but who was erased, in the order that the sentences say',
    { timeout: 120_000 },
    async () => {
      copyFileSync(keyFile, path('copy-of-keys'))
      expect(runFootbridge(['backup', path('d.fb')], data).stdout).toContain(`Wrote ${path('d.fb')}.erasures`)
      expect(runFootbridge(['backup-keys', path('k.fb')], data).stdout).toMatch(/5 keys, .*\n.*\nDestroy .* by \d{4}-/)
      await opened('data', (database) => erase(database, mira))
      expect(runFootbridge(['erasures', path('newest.erasures')], data).stdout).toContain('1 erased')
      expect(runFootbridge(['restore', path('k.fb')], back).stderr).toContain('holds keys and no data')

      const restored = runFootbridge(['restore', path('d.fb'), '--erasures', path('newest.erasures')], back)
      expect(restored.stdout).toMatch(/digest is the same.*\nErased again: 1 person .*\nBefore the service starts/)
      expect(runFootbridge(['restore-keys', path('d.fb')], back).stderr).toContain('holds data and no keys')
      expect(runFootbridge(['serve'], back).stderr).toContain('not one key to them. Restore the keys')

      const keys = runFootbridge(['restore-keys', path('k.fb')], back)
      expect([keys.status, keys.stdout]).toEqual([0, expect.stringContaining('Restored 5 keys of people')])
      expect(keys.stdout).toMatch(/key 2 .*closes 4 keys of people/)
      expect(keys.stdout).not.toContain('no key opens')
      const service = await startService(back)
      expect(await service.stop()).toBe(0)
    },
  )

  it(
    'with no backup of keys left, the service goes on with what was not private, once that is said',
    { timeout: 120_000 },
    async () => {
      const bare = settings('bare')
      runFootbridge(['restore', path('d.fb')], bare)
      expect(runFootbridge(['serve'], bare).stderr).toContain('keys --begin-anew')
      const { status, stdout } = runFootbridge(['keys', '--begin-anew'], bare)
      expect([status, stdout]).toEqual([0, expect.stringContaining('3 people have private fields that no key opens')])
      expect(runFootbridge(['keys', '--begin-anew'], bare).stderr).toContain('nothing to begin anew')
      const service = await startService(bare)
      expect(await service.stop()).toBe(0)
    },
  )
})

const ring = (file: string) => () => readKeyFile(file)
