// kill -9 during acknowledged writes: of the service and of the database, in turns. Every row that was acknowledged is
// there afterwards, exactly once, and both start again by themselves. `npm run test:long` runs 200 rounds.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDatabase } from '../../src/database/index.ts'
import { asAda, castCenters } from '../cast.ts'
import { home } from '../home.ts'
import { silent, temporaryFolder } from './databases.ts'

const rounds = Number(process.env['FOOTBRIDGE_CRASH_ROUNDS'] ?? '10')
const { folder, remove } = temporaryFolder()
const acknowledged = new Set<string>()

const open = () => openDatabase({ config: { kind: 'embedded', folder }, home, log: silent })

beforeAll(async () => {
  const database = await open()
  await castCenters(database)
  await database.asOwner((trx) =>
    sql`create table crash_rows (center_id uuid not null, row_id uuid not null, primary key (center_id, row_id));`
      .execute(trx)
      .then(() =>
        sql
          .raw(
            'alter table crash_rows enable row level security; alter table crash_rows force row level security; create policy p on crash_rows to footbridge_app using (center_id = current_center()); grant select, insert on crash_rows to footbridge_app',
          )
          .execute(trx),
      ),
  )
  await database.close()
})
afterAll(remove)

it(`loses no acknowledged write in ${rounds} rounds of kill -9`, { timeout: rounds * 15_000 }, async () => {
  for (let round = 0; round < rounds; round++) {
    const before = acknowledged.size
    await (round % 2 === 0 ? killService() : killDatabase())
    const present = await presentRows()
    const lost = [...acknowledged].filter((id) => !present.has(id))
    expect(lost, `round ${round}`).toEqual([])
    expect(acknowledged.size, `round ${round} wrote something`).toBeGreaterThan(before)
  }
})

type Writer = { readonly acknowledgedSince: () => number; kill(): Promise<void> }

async function startWriter(): Promise<Writer> {
  const child = spawn(process.execPath, [join(home, 'tests/database/crash-writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let since = 0
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter((one) => one.length === 36)) {
      acknowledged.add(line)
      since++
    }
  })
  const writer = {
    acknowledgedSince: () => since,
    async kill() {
      child.kill('SIGKILL')
      await ended
      await new Promise((resolve) =>
        child.stdout.readableEnded ? resolve(undefined) : child.stdout.once('end', resolve),
      )
    },
  }
  await until(() => since > 0 || child.exitCode !== null)
  return writer
}

async function killService(): Promise<void> {
  const writer = await startWriter()
  await wait(100 + Math.random() * 400)
  await writer.kill()
}

/** The writer goes on by itself once its database is back. */
async function killDatabase(): Promise<void> {
  const writer = await startWriter()
  await wait(100 + Math.random() * 300)
  process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await wait(50)
  const atCrash = writer.acknowledgedSince()
  await until(() => writer.acknowledgedSince() > atCrash + 20)
  await writer.kill()
}

async function presentRows(): Promise<ReadonlySet<string>> {
  const database = await open()
  try {
    const { rows } = await database.transactAs(asAda, (trx) =>
      sql<{ row_id: string }>`select row_id from crash_rows`.execute(trx),
    )
    return new Set(rows.map(({ row_id }) => row_id))
  } finally {
    await database.close()
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    if (holds()) return
    await wait(10)
  }
  throw new Error('It did not come to pass within 15 seconds')
}
