// Data and keys in files of their own: neither holds anything of the other, each restore refuses the other's file, and no
// name is taken from another file.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeKeyFile, readKeyFile } from '../../src/access/keys/index.ts'
import { findKeys } from '../../src/access/key-queries.ts'
import { openVault } from '../../src/access/open-vault.ts'
import { verifyBackup } from '../../src/database/backup/read-backup.ts'
import { restoreBackup, restoreKeys, type DatabaseConfig } from '../../src/database/index.ts'
import { insertFamily, mira, tomas } from '../access/sealed-family.ts'
import { asAda, castCenters } from '../cast.ts'
import { home } from '../home.ts'
import { freshDatabase, silent, temporaryFolder, type Fresh } from './databases.ts'

const { folder, remove } = temporaryFolder()
const path = (name: string) => join(folder, name)
let fresh: Fresh

beforeAll(async () => {
  makeKeyFile(path('keys'), new Date())
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  await insertFamily(fresh.database, openVault({ ring: () => readKeyFile(path('keys')), now: () => new Date() }))
  await fresh.database.writeBackup(path('data.fb'))
  await fresh.database.writeKeyBackup(path('keys.fb'))
})
afterAll(async () => {
  await fresh.close()
  remove()
})

const unpacked = (name: string): string => gunzipSync(readFileSync(path(name)).subarray(0, -65)).toString()
const emptyFolder = (name: string): DatabaseConfig => ({ kind: 'embedded', folder: path(name) })
const parts = (config: DatabaseConfig, name: string) => ({ config, home, log: silent, file: path(name) })

describe('the backup of data', () => {
  it('holds no key, not even a wrapped one; the backup of keys holds each of them', async () => {
    const wrapped = await fresh.database.transactAs({ ...asAda, person: null }, async (trx) =>
      (await Promise.all([mira, tomas, asAda.center].map((owner) => findKeys(trx, asAda.center, owner)))).flat(),
    )
    expect(wrapped).toHaveLength(3)
    for (const one of wrapped) {
      expect(unpacked('data.fb')).not.toContain(one.wrapped.toString('hex'))
      expect(unpacked('keys.fb')).toContain(one.wrapped.toString('hex'))
    }
    expect(unpacked('data.fb')).not.toContain('person_keys')
  })
})

describe('the backup of keys', () => {
  it('holds nothing but keys, and says that and when it is to be destroyed', async () => {
    const header = await verifyBackup(path('keys.fb'))
    expect(header.holds).toBe('keys')
    expect(Date.parse(header.destroyBy ?? '') - Date.parse(header.madeAt)).toBe(30 * 86_400_000)
    expect(unpacked('keys.fb').match(/"kind":"table"/g)).toHaveLength(1)
    expect((await verifyBackup(path('data.fb'))).holds).toBe('data')
  })

  it('holds no key of the key file', () => {
    for (const key of readKeyFile(path('keys')).keys.values()) {
      for (const text of ['hex', 'base64', 'base64url'] as const) {
        expect(unpacked('keys.fb')).not.toContain(key.toString(text))
      }
    }
  })

  it('never takes the place of a file, nor does the ledger beside it', async () => {
    await expect(fresh.database.writeKeyBackup(path('keys.fb'))).rejects.toThrow('already exists')
    writeFileSync(path('other.fb.erasures'), 'somebody’s own')
    await expect(fresh.database.writeKeyBackup(path('other.fb'))).rejects.toThrow('already exists')
    expect(existsSync(path('other.fb'))).toBe(false)
    expect(readFileSync(path('other.fb.erasures'), 'utf8')).toBe('somebody’s own')
  })
})

describe('restoring', () => {
  it('refuses the file of the other kind, and makes nothing', async () => {
    await expect(restoreBackup(parts(emptyFolder('wrong'), 'keys.fb'))).rejects.toThrow('holds keys and no data')
    await expect(restoreKeys(parts(emptyFolder('wrong'), 'data.fb'))).rejects.toThrow('holds data and no keys')
    expect(existsSync(path('wrong'))).toBe(false)
  })

  it('keys before the data, or twice, is refused', async () => {
    const config = emptyFolder('order')
    await expect(restoreKeys(parts(config, 'keys.fb'))).rejects.toThrow('Restore the data first')
    await restoreBackup(parts(config, 'data.fb'))
    expect(await restoreKeys(parts(config, 'keys.fb'))).toMatchObject({ keys: 4, erased: 0 })
    await expect(restoreKeys(parts(config, 'keys.fb'))).rejects.toThrow('already has keys')
  })

  it('refuses a list of erasures that is missing or was cut, and makes nothing', async () => {
    const cut = path('cut.erasures')
    writeFileSync(cut, readFileSync(path('data.fb.erasures'), 'utf8').slice(0, -10))
    const data = parts(emptyFolder('cut'), 'data.fb')
    await expect(restoreBackup({ ...data, ledgers: [cut] })).rejects.toThrow('would come back')
    await expect(restoreBackup({ ...data, ledgers: [path('none')] })).rejects.toThrow('could not be opened')
    expect(existsSync(path('cut'))).toBe(false)
  })
})
