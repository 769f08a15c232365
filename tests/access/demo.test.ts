// The demo on a real database: what it promises is there, sealed and logged, and a database with accounts is left alone.

import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openVault } from '../../src/access/index.ts'
import { makeDemo, type DemoSignIn } from '../../src/cli/demo/make-demo.ts'
import { demoCenters } from '../../src/cli/demo/demo-cast.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'

let fresh: Fresh
let signIns: readonly DemoSignIn[] | undefined
const now = new Date('2026-11-24T18:00:00Z')
const ring = { current: 1, keys: new Map([[1, randomBytes(32)]]) }
const vault = openVault({ ring: () => ring, now: () => now })

beforeAll(async () => {
  fresh = await freshDatabase()
  signIns = await makeDemo({ database: fresh.database, vault, now: () => now })
}, 120_000)
afterAll(() => fresh.close())

/** Counts as who is free of the walls would see them: center by center, as the owner. */
async function count(table: string): Promise<number> {
  const centers = await fresh.database.asOwner((trx) => trx.selectFrom('centers').select('center_id').execute())
  let total = 0
  for (const { center_id } of centers)
    await fresh.database.asOwner(async (trx) => {
      await sql.raw(`set local footbridge.center_id = '${center_id}'`).execute(trx)
      const { rows } = await sql.raw<{ n: string }>(`select count(*) as n from ${table}`).execute(trx)
      total += Number(rows[0]?.n)
    })
  return total
}

describe('the demo', () => {
  it('has two centers, eight agencies, thirty people and sixty cases', async () => {
    expect(await count('people')).toBe(30)
    expect(await count('cases')).toBe(60)
    expect(demoCenters.reduce((sum, { agencies }) => sum + agencies.length, 0)).toBe(8)
    expect(
      await fresh.database.asOwner((trx) =>
        trx.selectFrom('centers').select(['name', 'host']).orderBy('host').execute(),
      ),
    ).toEqual([
      { name: 'High Desert Center (demo)', host: 'highdesert.localhost' },
      { name: 'Riverbend Center (demo)', host: 'localhost' },
    ])
  })

  it('has notes, caregivers and some sealed and closed cases, and no name in the clear', async () => {
    expect(await count('notes')).toBeGreaterThan(100)
    expect(await count('case_caregivers')).toBe(60)
    expect(await count('cases where sealed')).toBeGreaterThan(0)
    expect(await count('cases where closed_on is not null')).toBeGreaterThan(3)
    expect(await count(`individuals where surname::text like '%' || encode('Rivera', 'hex') || '%'`)).toBe(0)
  })

  it('offers six people to sign in as', () => {
    expect(signIns?.map(({ name }) => name)).toEqual([
      'Carmen Ruiz',
      'Ines Park',
      'Ada Okafor',
      'Clara Lind',
      'Paula Stone',
      'Amara Field',
    ])
  })

  it('leaves a database with accounts alone', async () => {
    expect(await makeDemo({ database: fresh.database, vault, now: () => now })).toBeUndefined()
    expect(await count('people')).toBe(30)
  })
})
