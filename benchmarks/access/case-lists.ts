// The first 20 cases of many, newest first: as a coordinator (wide) and as an advocate on a few hundred teams (narrow) through the
// policies, and as the owner of the tables, who bypasses them here, by the same SQL through the same driver.

import { sql } from 'kysely'
import { Client } from 'pg'

import { openDatabase, type Database } from '../../src/database/index.ts'
import { embeddedConnections } from '../../src/database/connections.ts'
import { actAs, castCenters, castPeople, personOf } from '../../tests/cast.ts'

export type ListCost = { readonly home: string; readonly folder: string; readonly sizes: readonly number[] }

export type ListTimes = {
  readonly who: string
  readonly walled: number
  readonly free: number
  readonly smaller: number
}

const center = actAs('carmen').center
const readers = { coordinator: 'carmen', advocate: 'ada' } as const
const rounds = 200

/** What the pages ask: wide from `cases`, narrow from `case_access`. */
const queries = {
  coordinator: `select case_id, number, opened_on from cases where center_id = '${center}' order by opened_on desc, case_id limit 20`,
  advocate: `select c.case_id, c.number, c.opened_on from case_access a join cases c on c.center_id = a.center_id and c.case_id = a.case_id
    where a.center_id = '${center}' and a.person_id = '${personOf('ada')}' order by c.opened_on desc, c.case_id limit 20`,
} as const

export async function measureLists({ home, folder, sizes }: ListCost): Promise<readonly ListTimes[]> {
  const database = await openDatabase({ config: { kind: 'embedded', folder }, home, log: () => undefined })
  try {
    await castCenters(database)
    await castPeople(database)
    const found: Record<string, { walled: number; free: number }[]> = { coordinator: [], advocate: [] }
    let made = 0
    for (const size of sizes) {
      await makeCases(database, made, size)
      made = size
      for (const who of ['coordinator', 'advocate'] as const) found[who]?.push(await times(folder, who))
    }
    return Object.entries(found).map(([who, [small, large]]) => ({
      who,
      walled: large?.walled ?? Number.NaN,
      free: large?.free ?? Number.NaN,
      smaller: small?.walled ?? Number.NaN,
    }))
  } finally {
    await database.close()
  }
}

/** The advocate is on 200 teams, however many cases there are: one person's work does not grow with the center. */
const makeCases = (database: Database, from: number, to: number): Promise<unknown> =>
  database.asOwner(async (trx) => {
    await sql.raw(`set local footbridge.center_id = '${center}'`).execute(trx)
    await sql
      .raw(
        `create temporary table made on commit drop as select n, gen_random_uuid() as id, gen_random_uuid() as child from generate_series(${String(from + 1)}, ${String(to)}) n;
         insert into individuals (center_id, individual_id, kind, created_at) select '${center}', child, 'child', now() from made;
         insert into cases (center_id, case_id, number, child_id, opened_on, sealed)
           select '${center}', id, '2026-' || lpad(n::text, 6, '0'), child, date '2020-01-01' + (n % 2000), n % 50 = 0 from made;
         insert into case_access (center_id, person_id, case_id, kind) select '${center}', '${personOf('ada')}', id, 'team' from made where n <= 10000 and n % 50 = 0`,
      )
      .execute(trx)
  })

async function times(folder: string, who: keyof typeof readers): Promise<{ walled: number; free: number }> {
  const { app, backup, owner } = embeddedConnections(await socketFolder(folder))
  const maintenance = new Client(owner)
  await maintenance.connect()
  await maintenance.query('analyze cases; analyze case_access')
  await maintenance.end()
  const walled = new Client(app)
  const free = new Client(backup)
  await Promise.all([walled.connect(), free.connect()])
  try {
    await free.query('set row_security = off')
    const taken = { walled: [] as number[], free: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      taken.walled.push(await timed(walled, who))
      taken.free.push(await timed(free, who))
    }
    return { walled: median(taken.walled), free: median(taken.free) }
  } finally {
    await Promise.all([walled.end(), free.end()])
  }
}

/** Both begin a transaction as the same actor, so that only the policies differ. */
async function timed(client: Client, who: keyof typeof readers): Promise<number> {
  const actor = actAs(readers[who])
  await client.query(
    `begin; set local footbridge.center_id = '${actor.center}'; set local footbridge.person_id = '${actor.person ?? ''}'`,
  )
  const start = performance.now()
  await client.query({ text: queries[who], name: who })
  const taken = performance.now() - start
  await client.query('commit')
  return taken
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** Where the running database listens: named in its own file of options. */
async function socketFolder(folder: string): Promise<string> {
  const { readdirSync, readFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const data = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('postmaster.pid'),
  )
  if (data === undefined) throw new Error('The database is not running')
  return readFileSync(join(folder, data), 'utf8').split('\n')[4] ?? ''
}
