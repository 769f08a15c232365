// One task marked done: a transaction as an actor that updates a row, with and without its audit entry; in turns, so that a busy
// machine slows both.

import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import { insertAuditEntry } from '../../src/access/index.ts'
import { openDatabase, type Database } from '../../src/database/index.ts'
import { actAs, castCenters, castPeople } from '../../tests/cast.ts'

export type AuditCost = {
  readonly home: string
  readonly folder: string
  readonly clients: number
  readonly rounds: number
}

const carmen = actAs('carmen')
const perClient = 100

/** Median milliseconds of a write, seen from one client. */
export async function measureAudit({
  home,
  folder,
  clients,
  rounds,
}: AuditCost): Promise<{ plain: number; audited: number }> {
  const database = await openDatabase({ config: { kind: 'embedded', folder }, home, log: () => undefined })
  try {
    await castCenters(database)
    await castPeople(database)
    const tasks = await makeTasks(database, clients)
    const times = { plain: [] as number[], audited: [] as number[] }
    for (let round = 0; round < rounds; round++)
      for (const kind of round % 2 === 0 ? (['plain', 'audited'] as const) : (['audited', 'plain'] as const))
        times[kind].push(await timeOf(database, tasks, kind === 'audited'))
    return { plain: median(times.plain), audited: median(times.audited) }
  } finally {
    await database.close()
  }
}

type Task = { readonly case: string; readonly task: string }

async function makeTasks(database: Database, count: number): Promise<readonly Task[]> {
  const tasks: Task[] = []
  for (let at = 0; at < count; at++) {
    const [child, id, task] = [randomUUID(), randomUUID(), randomUUID()]
    await database.asOwner(async (trx) => {
      await sql.raw(`set local footbridge.center_id = '${carmen.center}'`).execute(trx)
      await sql
        .raw(
          `insert into individuals (center_id, individual_id, kind, created_at) values ('${carmen.center}', '${child}', 'child', now());
           insert into cases (center_id, case_id, number, child_id, opened_on) values ('${carmen.center}', '${id}', '2026-${String(20_000 + at)}', '${child}', '2026-01-05')`,
        )
        .execute(trx)
    })
    await database.transactAs(carmen, (trx) =>
      trx
        .insertInto('tasks')
        .values({
          center_id: carmen.center,
          case_id: id,
          task_id: task,
          kind: 'court',
          assignee_id: carmen.person ?? '',
          due_on: '2026-12-01',
          created_at: new Date(),
          created_by: carmen.person ?? '',
        })
        .execute(),
    )
    tasks.push({ case: id, task })
  }
  return tasks
}

async function timeOf(database: Database, tasks: readonly Task[], audited: boolean): Promise<number> {
  const start = performance.now()
  await Promise.all(
    tasks.map(async ({ case: id, task }) => {
      for (let at = 0; at < perClient; at++)
        await database.transactAs(carmen, async (trx) => {
          await trx
            .updateTable('tasks')
            .set({ done_at: new Date() })
            .where('center_id', '=', carmen.center)
            .where('case_id', '=', id)
            .where('task_id', '=', task)
            .execute()
          if (audited)
            await insertAuditEntry(trx, carmen, { event: 'task-done', case: id, subject: { kind: 'task', id: task } })
        })
    }),
  )
  return (performance.now() - start) / perClient
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
