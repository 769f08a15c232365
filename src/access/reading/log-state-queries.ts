// The SQL of the state of the log, asked by the service itself.

import { sql } from 'kysely'

import type { Trx } from '../../database/index.ts'
import type { CenterId } from '../../shared/index.ts'

/** `since`: no transaction is open for longer than an hour, so an earlier entry has its place. */
export async function countUnplaced(trx: Trx, center: CenterId, last: Date | undefined): Promise<number> {
  const since = last === undefined ? null : new Date(last.getTime() - 60 * 60 * 1000)
  const { rows } = await sql<{ waiting: string }>`
    select count(*) as waiting from audit_entries e
    where e.center_id = ${center} ${since === null ? sql`` : sql`and e.occurred_at >= ${since}`}
      and not exists (select 1 from audit_leaves l where l.center_id = e.center_id and l.entry_id = e.entry_id)`.execute(
    trx,
  )
  return Number(rows[0]?.waiting ?? 0)
}

export type LastCheckpoint = { readonly size: number; readonly at: Date }

export async function findLastCheckpoint(trx: Trx, center: CenterId): Promise<LastCheckpoint | undefined> {
  const { rows } = await sql<{ size: string; at: Date }>`
    select size, made_at as at from audit_checkpoints where center_id = ${center} order by size desc limit 1`.execute(
    trx,
  )
  const [row] = rows
  return row && { size: Number(row.size), at: row.at }
}

export async function findLastCheck(
  trx: Trx,
  center: CenterId,
): Promise<{ readonly at: Date; readonly outcome: string | null } | undefined> {
  const { rows } = await sql<{ at: Date; outcome: string | null }>`
    select occurred_at as at, reason as outcome from audit_entries
    where center_id = ${center} and subject_kind = 'audit-log' and reason <> 'log-too-long'
    order by occurred_at desc limit 1`.execute(trx)
  return rows[0]
}
