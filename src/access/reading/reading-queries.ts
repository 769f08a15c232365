// The SQL of who looked at what. The policies show entries to the privacy officer, and to each person her own.

import { sql } from 'kysely'

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'

/** Null for a number that is not there, for one in conflict with who asks, and for who is no privacy officer. */
export async function findCaseForOfficer(trx: Trx, number: string): Promise<string | undefined> {
  const { rows } = await sql<{ found: string | null }>`select case_for_officer(${number}) as found`.execute(trx)
  return rows[0]?.found ?? undefined
}

export type CaseFacts = { readonly number: string; readonly sealed: boolean; readonly safeCaregivers: number }

export async function findCaseFacts(trx: Trx, id: string): Promise<CaseFacts | undefined> {
  const { rows } = await sql<{ number: string; sealed: boolean; safe: string }>`
    select number, sealed, safe_caregivers as safe from case_facts_for_officer(${id})`.execute(trx)
  const [row] = rows
  return row && { number: row.number, sealed: row.sealed, safeCaregivers: Number(row.safe) }
}

export type Reading = {
  readonly entry: string
  readonly at: Date
  readonly event: string
  readonly person: PersonId | null
  readonly name: string | null
  readonly discipline: string | null
  readonly ofCenter: boolean
  readonly case: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
}

/** Where a page of a list goes on: the last entry that was shown. */
export type After = { readonly at: Date; readonly entry: string }

export type Asked = {
  readonly case?: string
  readonly person?: PersonId
  readonly after?: After | undefined
  readonly most: number
}

/** Newest first. */
export async function findReadings(
  trx: Trx,
  center: CenterId,
  { case: ofCase, person, after, most }: Asked,
): Promise<readonly Reading[]> {
  const { rows } = await sql<{
    entry: string
    at: Date
    event: string
    person: string | null
    name: string | null
    discipline: string | null
    agency: string | null
    case: string | null
    fields: string[]
    reason: string | null
  }>`
    select e.entry_id as entry, e.occurred_at as at, e.event, e.person_id as person, p.name, p.discipline, p.agency_id as agency,
      e.case_id as case, e.fields, e.reason
    from audit_entries e left join people p on p.center_id = e.center_id and p.person_id = e.person_id
    where e.center_id = ${center}
      and (${ofCase ?? null}::uuid is null or e.case_id = ${ofCase ?? null})
      and (${person ?? null}::uuid is null or e.person_id = ${person ?? null})
      and (${after?.at ?? null}::timestamptz is null or (date_trunc('milliseconds', e.occurred_at), e.entry_id) < (${after?.at ?? null}, ${after?.entry ?? null}::uuid))
    order by date_trunc('milliseconds', e.occurred_at) desc, e.entry_id desc limit ${most}`.execute(trx)
  return rows.map(({ person: who, agency, ...row }) => ({
    ...row,
    person: who === null ? null : personId(who),
    ofCenter: agency === null,
  }))
}

export type BusyReader = { readonly person: PersonId; readonly cases: number }

/** Who looked into at least so many different cases since then, and was not reported since. */
export async function findBusyReaders(
  trx: Trx,
  center: CenterId,
  since: Date,
  least: number,
): Promise<readonly BusyReader[]> {
  const { rows } = await sql<{ person: string; cases: string }>`
    select e.person_id as person, count(distinct e.case_id) as cases from audit_entries e
    where e.center_id = ${center} and e.occurred_at > ${since} and e.case_id is not null and e.person_id is not null
      and e.event in ('case-seen', 'field-revealed', 'note-seen')
    group by e.person_id having count(distinct e.case_id) >= ${least}
      and not exists (select 1 from audit_entries a where a.center_id = ${center} and a.event = 'alert-raised'
        and a.reason = 'unusual-reading' and a.subject_id = e.person_id and a.occurred_at > ${since})`.execute(trx)
  return rows.map(({ person, cases }) => ({ person: personId(person), cases: Number(cases) }))
}

export type Alert = {
  readonly entry: string
  readonly at: Date
  readonly reason: string | null
  readonly person: PersonId | null
  readonly name: string | null
  readonly case: string | null
}

/** Newest first: unusual reading, and broken glass. */
export async function findAlerts(trx: Trx, center: CenterId, most: number): Promise<readonly Alert[]> {
  const { rows } = await sql<{
    entry: string
    at: Date
    reason: string | null
    person: string | null
    name: string | null
    case: string | null
  }>`
    select e.entry_id as entry, e.occurred_at as at, e.reason, coalesce(p.person_id, e.person_id) as person, coalesce(p.name, w.name) as name, e.case_id as case
    from audit_entries e
    left join people p on p.center_id = e.center_id and e.subject_kind = 'person' and p.person_id = e.subject_id
    left join people w on w.center_id = e.center_id and w.person_id = e.person_id
    where e.center_id = ${center} and e.event = 'alert-raised' order by e.occurred_at desc limit ${most}`.execute(trx)
  return rows.map(({ person, ...row }) => ({ ...row, person: person === null ? null : personId(person) }))
}
