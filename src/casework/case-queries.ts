// The SQL of a case, and nothing else. A case and what the person has to do with it are read by one statement, so that a case
// that is missing and one that is forbidden take the same way.

import { sql } from 'kysely'

import type { Actor, Trx } from '../database/index.ts'
import { caseId, individualId, type CaseId, type CenterId, type IndividualId, type PersonId } from '../shared/index.ts'
import type { CaseState, Relation } from './case-relation.ts'

export type FoundCase = {
  readonly id: CaseId
  readonly number: string
  readonly child: IndividualId
  readonly childErased: boolean
  readonly openedOn: string
  readonly closedOn: string | null
  readonly legalHold: boolean
  readonly version: number
  readonly conflicted: readonly string[]
  /** Until when broken glass is open. */
  readonly glassUntil: Date | undefined
  readonly relation: Relation
  readonly state: CaseState
}

type NoCaseRow = { case_id: null }

type CaseRow = {
  case_id: string
  number: string
  child_id: string
  child_erased: boolean
  opened_on: string
  closed_on: string | null
  sealed: boolean
  legal_hold: boolean
  version: number
  conflicted: string[]
  on_team: boolean
  glass_until: Date | null
}

/**
 * The person's scope is asked beside the case, found or not: the walls ask it only where there is a case to hide, and a missing
 * one answered in 0.7 of the time of a forbidden one (measured 2026-11-24).
 */
export async function findCaseRow(trx: Trx, { center, person }: Actor, id: CaseId): Promise<FoundCase | undefined> {
  const { rows } = await sql<CaseRow | NoCaseRow>`
    with asked as materialized (select case_scope() as scope)
    select asked.scope, c.case_id, c.number, c.child_id, c.opened_on, c.closed_on, c.sealed, c.legal_hold, c.version,
      c.conflicted, i.erased_at is not null as child_erased,
      exists (select 1 from case_access a where a.center_id = ${center} and a.person_id = ${person}
        and a.case_id = ${id} and a.kind = 'team') as on_team,
      (select max(a.until) from case_access a where a.center_id = ${center} and a.person_id = ${person}
        and a.case_id = ${id} and a.kind = 'break-glass' and a.until > now()) as glass_until
    from asked
    left join cases c on c.center_id = ${center} and c.case_id = ${id}
    left join individuals i on i.center_id = c.center_id and i.individual_id = c.child_id`.execute(trx)
  const row = rows[0]
  return row === undefined || row.case_id === null ? undefined : foundCase(row, person)
}

const foundCase = (row: CaseRow, person: PersonId | null): FoundCase => ({
  id: caseId(row.case_id),
  number: row.number,
  child: individualId(row.child_id),
  childErased: row.child_erased,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  legalHold: row.legal_hold,
  version: row.version,
  conflicted: row.conflicted,
  glassUntil: row.glass_until ?? undefined,
  relation: {
    onTeam: row.on_team,
    glass: row.glass_until !== null,
    conflict: row.conflicted.includes(person ?? ''),
  },
  state: { sealed: row.sealed, closed: row.closed_on !== null },
})

export async function lastCaseNumber(trx: Trx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`select last_case_number(${year}) as last`.execute(trx)
  return rows[0]?.last ?? 0
}

export type NewCaseRow = {
  readonly center: CenterId
  readonly id: CaseId
  readonly number: string
  readonly child: IndividualId
  readonly openedOn: string
}

export async function insertCase(trx: Trx, { center, id, number, child, openedOn }: NewCaseRow): Promise<void> {
  await trx
    .insertInto('cases')
    .values({ center_id: center, case_id: id, number, child_id: child, opened_on: openedOn, closed_on: null })
    .execute()
}

export async function carryConflicts(trx: Trx, id: CaseId): Promise<void> {
  await sql`select carry_conflicts(${id})`.execute(trx)
}

export type CaseChange = {
  readonly closed_on?: string | null
  readonly sealed?: boolean
  readonly legal_hold?: boolean
}

/** Writes over the version that was read; false where the case has another one by now. */
export async function updateCase(
  trx: Trx,
  center: CenterId,
  { id, version }: { readonly id: CaseId; readonly version: number },
  change: CaseChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('cases')
    .set({ ...change, version: version + 1 })
    .where('center_id', '=', center)
    .where('case_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The id of the case that the glass was broken for; undefined, alike, for a wrong number and a forbidden one. */
export async function openBreakGlass(trx: Trx, number: string, minutes: number): Promise<CaseId | undefined> {
  const { rows } = await sql<{ found: string | null }>`select open_break_glass(${number}, ${minutes}) as found`.execute(
    trx,
  )
  const found = rows[0]?.found ?? undefined
  return found === undefined ? undefined : caseId(found)
}
