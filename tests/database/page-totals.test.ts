// Counting pages on a real database: added each round and at the stop, kept through an outage, never one row too many.

import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { countPages, listTotals } from '../../src/statistics/index.ts'
import { asBruno, asService, castCenters } from '../cast.ts'
import { freshDatabase, silent, type Fresh } from './databases.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
})
afterAll(() => fresh.close())

const noon = () => new Date(2026, 10, 24, 12)
const parts = { center: asService.center, clock: noon, log: silent }
const anyDay = { from: undefined, to: undefined }
const list = (days = anyDay as Parameters<typeof listTotals>[2], actor = asService) =>
  fresh.database.transactAs(actor, (trx) => listTotals(trx, actor.center, days))

describe('counting pages', () => {
  it('adds up over rounds, stops and two services at once', async () => {
    const services = [1, 2].map(() => countPages({ ...parts, database: fresh.database, everyMs: 10 }))
    for (let round = 0; round < 5; round++) {
      for (const { count } of services) for (const page of ['get /b', 'get /a']) count('en', page)
      await wait(15)
    }
    await Promise.all(services.map((service) => service.stop()))
    expect(await list()).toEqual([
      { day: '2026-11-24', language: 'en', page: 'get /a', total: 10 },
      { day: '2026-11-24', language: 'en', page: 'get /b', total: 10 },
    ])
  })

  it('keeps what could not be saved, says so once, and saves it later', async () => {
    const lines: string[] = []
    let gone = true
    const transactAs: typeof fresh.database.transactAs = (actor, work) =>
      gone ? Promise.reject(new Error('gone: canary')) : fresh.database.transactAs(actor, work)
    const counting = countPages({ ...parts, database: { transactAs }, everyMs: 5, log: (line) => lines.push(line) })
    counting.count('es', 'post /check')
    await wait(40)
    expect(lines).toEqual([expect.stringMatching(/^The totals of pages could not be saved/)])
    gone = false
    await counting.stop()
    expect((await list()).filter(({ language }) => language === 'es')).toMatchObject([
      { page: 'post /check', total: 1 },
    ])
  })

  it('lists the days that are asked for, of this center alone', async () => {
    expect(await list({ from: '2026-11-25', to: undefined })).toEqual([])
    expect(await list({ from: undefined, to: '2026-11-23' })).toEqual([])
    expect(await list({ from: '2026-11-24', to: '2026-11-24' })).toHaveLength(3)
    expect(await list(anyDay, asBruno)).toEqual([])
  })
})
