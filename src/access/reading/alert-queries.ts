// The SQL of alerts: who reads unusually much, and which alerts were raised. They are entries of the audit log, which nobody can
// take away.

import { sql } from 'kysely'

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'

/** Several machines may watch: one reports at a time for a center. False: another does just now. */
export async function lockWatch(trx: Trx, center: CenterId): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('footbridge reading ' || ${center}, 0)) as got`.execute(trx)
  return rows[0]?.got === true
}

export type Watched = { readonly since: Date; readonly until: Date; readonly least: number }
export type BusyReader = { readonly person: PersonId; readonly cases: number }

/** Who looked into at least so many different cases in that time, and was not reported in it. */
export async function findBusyReaders(
  trx: Trx,
  center: CenterId,
  { since, until, least }: Watched,
): Promise<readonly BusyReader[]> {
  const { rows } = await sql<{ person: string; cases: string }>`
    select e.person_id as person, count(distinct e.case_id) as cases from audit_entries e
    where e.center_id = ${center} and e.occurred_at > ${since} and e.occurred_at <= ${until}
      and e.case_id is not null and e.person_id is not null and e.event in ('case-seen', 'field-revealed', 'note-seen')
    group by e.person_id having count(distinct e.case_id) >= ${least}
      and not exists (select 1 from audit_entries a where a.center_id = ${center} and a.event = 'alert-raised'
        and a.reason = 'unusual-reading' and a.subject_id = e.person_id and a.occurred_at > ${since})`.execute(trx)
  return rows.map(({ person, cases }) => ({ person: personId(person), cases: Number(cases) }))
}

export type Alert = {
  readonly entry: string
  readonly at: Date
  /** A code: 'unusual-reading', 'glass-broken'. */
  readonly reason: string
  /** Whom it is about. */
  readonly person: PersonId | null
  readonly name: string | null
  readonly case: string | null
  readonly number: string | null
}

/** Newest first: unusual reading, and broken glass. */
export async function findAlerts(trx: Trx, center: CenterId, most: number): Promise<readonly Alert[]> {
  const { rows } = await sql<Omit<Alert, 'person'> & { person: string | null }>`
    select e.entry_id as entry, e.occurred_at as at, coalesce(e.reason, '') as reason, p.person_id as person, p.name,
      e.case_id as case, f.number
    from (
      select *, case when subject_kind = 'person' then subject_id else person_id end as whom from audit_entries
      where center_id = ${center} and event = 'alert-raised' order by occurred_at desc, entry_id limit ${most}
    ) e
    left join people p on p.center_id = e.center_id and p.person_id = e.whom
    left join lateral case_facts_for_officer(e.case_id) f on true
    order by e.occurred_at desc, e.entry_id`.execute(trx)
  return rows.map(({ person, ...row }) => ({ ...row, person: person === null ? null : personId(person) }))
}
