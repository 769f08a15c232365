// The SQL of the audit log as a log: entries that have no place yet, the leaves of the tree, checkpoints. It only reads and adds.

import { sql } from 'kysely'

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import type { AuditEntry, Hash } from './audit/index.ts'

/** Only one sequencer works for a center at a time, whichever machine it is on; false: another does just now. */
export async function lockSequence(trx: Trx, center: CenterId): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('footbridge audit ' || ${center}, 0)) as got`.execute(trx)
  return rows[0]?.got === true
}

export type LastLeaf = { readonly sequence: number; readonly occurredAt: Date }

export async function findLastLeaf(trx: Trx, center: CenterId): Promise<LastLeaf | undefined> {
  const row = await trx
    .selectFrom('audit_leaves')
    .innerJoin('audit_entries', (join) =>
      join
        .onRef('audit_entries.center_id', '=', 'audit_leaves.center_id')
        .onRef('audit_entries.entry_id', '=', 'audit_leaves.entry_id'),
    )
    .select(['audit_leaves.sequence', 'audit_entries.occurred_at'])
    .where('audit_leaves.center_id', '=', center)
    .orderBy('audit_leaves.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { sequence: Number(row.sequence), occurredAt: row.occurred_at }
}

/** Leaves after `sequence`, in order. */
export async function findLeaves(
  trx: Trx,
  center: CenterId,
  sequence: number,
  most: number,
): Promise<readonly { readonly sequence: number; readonly leaf: Hash }[]> {
  const rows = await trx
    .selectFrom('audit_leaves')
    .select(['sequence', 'leaf'])
    .where('center_id', '=', center)
    .where('sequence', '>', String(sequence))
    .orderBy('sequence')
    .limit(most)
    .execute()
  return rows.map((row) => ({ sequence: Number(row.sequence), leaf: row.leaf.toString('hex') }))
}

type Row = {
  readonly entry: string
  readonly occurredAt: string
  readonly event: string
  readonly person: string | null
  readonly subjectKind: string | null
  readonly subject: string | null
  readonly caseId: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
}

const entryColumns = sql`e.entry_id as entry,
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
  e.event, e.person_id as person, e.subject_kind as "subjectKind", e.subject_id as subject, e.case_id as "caseId", e.fields, e.reason`

/** Committed entries without a place, oldest first. `since`: none of them began earlier. */
export async function findUnplaced(
  trx: Trx,
  center: CenterId,
  since: Date | undefined,
  most: number,
): Promise<readonly Omit<AuditEntry, 'sequence'>[]> {
  const { rows } = await sql<Row>`
    select ${entryColumns} from audit_entries e
    where e.center_id = ${center} and (${since ?? null}::timestamptz is null or e.occurred_at >= ${since ?? null})
      and not exists (select 1 from audit_leaves l where l.center_id = e.center_id and l.entry_id = e.entry_id)
    order by e.occurred_at, e.entry_id limit ${most}`.execute(trx)
  return rows.map((row) => ({ center, ...row }))
}

export type NewLeaf = { readonly sequence: number; readonly entry: string; readonly leaf: Hash }

export async function insertLeaves(trx: Trx, center: CenterId, leaves: readonly NewLeaf[]): Promise<void> {
  await trx
    .insertInto('audit_leaves')
    .values(
      leaves.map(({ sequence, entry, leaf }) => ({
        center_id: center,
        sequence: String(sequence),
        entry_id: entry,
        leaf: Buffer.from(leaf, 'hex'),
      })),
    )
    .execute()
}

/** A piece of the log in order, from the entry after `sequence`. */
export async function findEntries(
  trx: Trx,
  center: CenterId,
  sequence: number,
  most: number,
): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<Row & { sequence: string }>`
    select l.sequence, ${entryColumns} from audit_leaves l
    join audit_entries e on e.center_id = l.center_id and e.entry_id = l.entry_id
    where l.center_id = ${center} and l.sequence > ${sequence} order by l.sequence limit ${most}`.execute(trx)
  return rows.map(({ sequence: place, ...row }) => ({ center, sequence: Number(place), ...row }))
}

export async function insertCheckpoint(
  trx: Trx,
  center: CenterId,
  { size, note, now }: { readonly size: number; readonly note: string; readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('audit_checkpoints')
    .values({ center_id: center, size: String(size), note, made_at: now })
    .onConflict((conflict) => conflict.columns(['center_id', 'size']).doNothing())
    .execute()
}

/** Oldest first. */
export async function findCheckpoints(trx: Trx, center: CenterId): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('audit_checkpoints')
    .select('note')
    .where('center_id', '=', center)
    .orderBy('size')
    .execute()
  return rows.map(({ note }) => note)
}
