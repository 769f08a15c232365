// Rotation of the key file killed at random points: every field stays readable, under the old or the new key, and a later run
// finishes. `npm run test:long` kills it 100 times.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { addKey, makeKeyFile, readKeyFile } from '../../src/access/keys/index.ts'
import { countKeys } from '../../src/access/key-queries.ts'
import { openVault } from '../../src/access/open-vault.ts'
import { rewrapKeys } from '../../src/access/rewrap-keys.ts'
import type { Sealed } from '../../src/access/vault.ts'
import { openDatabase, type Database } from '../../src/database/index.ts'
import { asAda, castCenters } from '../cast.ts'
import { silent, temporaryFolder } from '../database/databases.ts'
import { home } from '../home.ts'

const kills = process.env['FOOTBRIDGE_LONG'] === undefined ? 10 : 100
const people = 60
const { folder, remove } = temporaryFolder()
const keyFile = join(folder, 'keys')
const data = join(folder, 'data')
const fields = new Map<string, Sealed>()

const open = (): Promise<Database> => openDatabase({ config: { kind: 'embedded', folder: data }, home, log: silent })
const vault = openVault({ ring: () => readKeyFile(keyFile), now: () => new Date() })
const placeOf = (owner: string) => ({ table: 'individuals', column: 'surname', row: owner, owner })

beforeAll(async () => {
  makeKeyFile(keyFile, new Date())
  const database = await open()
  await castCenters(database)
  await database.transactAs(asAda, async (trx) => {
    for (let at = 0; at < people; at++) {
      const owner = randomUUID()
      fields.set(owner, await vault.seal(trx, asAda.center, placeOf(owner), `Name ${at}`))
    }
  })
  await database.close()
})
afterAll(remove)

it(`leaves every field readable when it is killed ${kills} times`, { timeout: kills * 15_000 }, async () => {
  let killedMidway = 0
  for (let round = 0; round < kills; round++) {
    addKey(keyFile, new Date())
    await rotateAndKill()
    const database = await open()
    const counts = await database.transactAs({ ...asAda, person: null }, (trx) => countKeys(trx, asAda.center))
    if (counts.length > 1) killedMidway++
    await expectReadable(database)
    await database.close()
  }
  expect(killedMidway).toBeGreaterThan(0)
  const database = await open()
  await rewrapKeys(database, asAda.center, readKeyFile(keyFile))
  const counts = await database.transactAs({ ...asAda, person: null }, (trx) => countKeys(trx, asAda.center))
  expect(counts).toEqual([{ fileKey: kills + 1, keys: people }])
  await expectReadable(database)
  await database.close()
})

async function expectReadable(database: Database): Promise<void> {
  const read = await database.transactAs(asAda, async (trx) => {
    const texts: string[] = []
    for (const [owner, sealed] of fields) texts.push(await vault.open(trx, asAda.center, placeOf(owner), sealed))
    return texts
  })
  expect(read).toEqual(Array.from({ length: people }, (_, at) => `Name ${at}`))
}

/** Kills it a random while after it has begun; 60 keys take some 100 ms. */
async function rotateAndKill(): Promise<void> {
  const child = spawn(process.execPath, [join(home, 'tests/access/rotating.ts'), data, keyFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  await wait(Math.random() * 80)
  child.kill('SIGKILL')
  await ended
}
