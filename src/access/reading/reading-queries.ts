// The SQL of who looked at what. The policies show entries to the privacy officer, but for those of a case that she is in conflict
// with; and to each person her own.

import { sql, type RawBuilder } from 'kysely'

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import type { Discipline } from '../role.ts'

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
  readonly discipline: Discipline | null
  /** Null: of the center itself. */
  readonly agency: string | null
  readonly case: string | null
  /** Null where who asks may not see that the case exists. */
  readonly number: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
}

/** Where a page of a list goes on: the last entry that was shown. `at`: to the microsecond, as PostgreSQL keeps it. */
export type After = { readonly at: string; readonly entry: string }

export type Asked = {
  readonly case?: string
  readonly person?: PersonId
  readonly after?: After | undefined
  readonly most: number
}

type Row = Omit<Reading, 'person'> & { readonly person: string | null; readonly place: string }

/** Newest first, each with its place for the next page. */
export async function findReadings(
  trx: Trx,
  center: CenterId,
  asked: Asked,
): Promise<readonly { readonly reading: Reading; readonly place: After }[]> {
  const { rows } = await sql<Row>`
    select e.entry_id as entry, e.occurred_at as at,
      to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place, e.event, e.person_id as person,
      p.name, p.discipline, a.name as agency, e.case_id as case, coalesce(c.number, f.number) as number, e.fields, e.reason
    from (
      select * from audit_entries where center_id = ${center} ${narrowed(asked)}
      order by occurred_at desc, entry_id desc limit ${asked.most}
    ) e
    left join people p on p.center_id = e.center_id and p.person_id = e.person_id
    left join agencies a on a.center_id = p.center_id and a.agency_id = p.agency_id
    left join cases c on c.center_id = e.center_id and c.case_id = e.case_id
    left join lateral case_facts_for_officer(e.case_id) f on true
    order by e.occurred_at desc, e.entry_id desc`.execute(trx)
  return rows.map(({ place, person, ...row }) => ({
    reading: { ...row, person: person === null ? null : personId(person) },
    place: { at: place, entry: row.entry },
  }))
}

/** Only what is asked for stands in the statement: a condition on a parameter that may be null would use no index. */
const narrowed = ({ case: ofCase, person, after }: Asked): RawBuilder<unknown> => sql`
  ${ofCase === undefined ? sql`` : sql`and case_id = ${ofCase}`}
  ${person === undefined ? sql`` : sql`and person_id = ${person}`}
  ${after === undefined ? sql`` : sql`and (occurred_at, entry_id) < (${after.at}::timestamptz, ${after.entry}::uuid)`}`

export type ReadingDay = { readonly day: string; readonly discipline: Discipline; readonly times: number }

/**
 * Whatever a person does within a minute is once: to open a case with ten notes writes eleven entries. What the service did
 * by itself, and alerts, are nobody's look.
 */
export async function findReadingDays(
  trx: Trx,
  center: CenterId,
  { case: ofCase, zone }: { readonly case: string; readonly zone: string },
): Promise<readonly ReadingDay[]> {
  const { rows } = await sql<{ day: string; discipline: Discipline; times: string }>`
    select to_char(e.occurred_at at time zone ${zone}, 'YYYY-MM-DD') as day, p.discipline,
      count(distinct (e.person_id, date_trunc('minute', e.occurred_at))) as times
    from audit_entries e join people p on p.center_id = e.center_id and p.person_id = e.person_id
    where e.center_id = ${center} and e.case_id = ${ofCase} and e.event <> 'alert-raised'
    group by 1, 2`.execute(trx)
  return rows.map(({ times, ...row }) => ({ ...row, times: Number(times) }))
}

export type PersonFacts = { readonly name: string; readonly discipline: Discipline; readonly agency: string | null }

export async function findPersonFacts(trx: Trx, center: CenterId, person: PersonId): Promise<PersonFacts | undefined> {
  const { rows } = await sql<PersonFacts>`
    select p.name, p.discipline, a.name as agency
    from people p left join agencies a on a.center_id = p.center_id and a.agency_id = p.agency_id
    where p.center_id = ${center} and p.person_id = ${person}`.execute(trx)
  return rows[0]
}
