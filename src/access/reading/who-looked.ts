// Who looked at a record, for the privacy officer; and the same in plain words for the family, with roles in place of names, to
// be read together with an advocate.

import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import type { Database } from '../../database/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import {
  findAlerts,
  findCaseFacts,
  findCaseForOfficer,
  findReadings,
  type After,
  type Alert,
  type CaseFacts,
  type Reading,
} from './reading-queries.ts'

export const pageSize = 50

/** The id of the case with this exact number; an unknown number, and one that may not be asked for, answer alike. */
export function findRecord(database: Database, officer: SignedIn, number: string): Promise<string | undefined> {
  return database.transactAs(actorOf(officer), (trx) => findCaseForOfficer(trx, number.trim()))
}

export type Looked = { readonly facts: CaseFacts; readonly readings: readonly Reading[] }

/** Throws Problem('not-found'). Looking is written down too. */
export function whoLooked(database: Database, officer: SignedIn, id: string, after?: After): Promise<Looked> {
  return database.transactAs(actorOf(officer), async (trx) => {
    const facts = await findCaseFacts(trx, id)
    if (facts === undefined) throw new Problem('not-found')
    const readings = await findReadings(trx, officer.center, { case: id, after, most: pageSize })
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', subject: { kind: 'case', id } })
    return { facts, readings }
  })
}

/** What one person looked at and did; her own, or anybody's for the privacy officer. */
export function whatWasLookedAt(
  database: Database,
  reader: SignedIn,
  person: PersonId,
  after?: After,
): Promise<readonly Reading[]> {
  if (person !== reader.person && !reader.permissions.has('audit:see')) throw new Problem('not-permitted')
  return database.transactAs(actorOf(reader), async (trx) => {
    const readings = await findReadings(trx, reader.center, { person, after, most: pageSize })
    if (person !== reader.person)
      await insertAuditEntry(trx, actorOf(reader), { event: 'audit-seen', subject: { kind: 'person', id: person } })
    return readings
  })
}

export function listAlerts(database: Database, officer: SignedIn): Promise<readonly Alert[]> {
  return database.transactAs(actorOf(officer), (trx) => findAlerts(trx, officer.center, pageSize))
}

/** One line of the plain version: on a day, somebody of a discipline looked, that many times. */
export type PlainReading = { readonly day: string; readonly discipline: string; readonly times: number }

export type Reader = 'child' | 'caregiver'

const investigating: ReadonlySet<string> = new Set(['law-enforcement', 'prosecution'])

/**
 * For a caregiver only once one is recorded as safe. Of a sealed case the reads of investigators are withheld: that a record
 * is looked into can itself be a warning to somebody.
 */
export async function plainLog(
  database: Database,
  officer: SignedIn,
  id: string,
  reader: Reader,
): Promise<Result<readonly PlainReading[], 'no-safe-caregiver'>> {
  return database.transactAs(actorOf(officer), async (trx) => {
    const facts = await findCaseFacts(trx, id)
    if (facts === undefined) throw new Problem('not-found')
    if (reader === 'caregiver' && facts.safeCaregivers === 0) return failed('no-safe-caregiver')
    const readings = await findReadings(trx, officer.center, { case: id, most: 5000 })
    await insertAuditEntry(trx, actorOf(officer), {
      event: 'audit-exported',
      subject: { kind: 'case', id },
      reason: `for-${reader}`,
    })
    return ok(plainReadings(readings, facts.sealed))
  })
}

/** Pure. Newest day first. */
export function plainReadings(readings: readonly Reading[], sealed: boolean): readonly PlainReading[] {
  const counted = new Map<string, PlainReading>()
  for (const { at, discipline } of readings) {
    if (discipline === null || (sealed && investigating.has(discipline))) continue
    const day = at.toISOString().slice(0, 10)
    const known = counted.get(`${day} ${discipline}`)
    counted.set(`${day} ${discipline}`, { day, discipline, times: (known?.times ?? 0) + 1 })
  }
  return [...counted.values()].sort((a, b) => b.day.localeCompare(a.day) || a.discipline.localeCompare(b.discipline))
}
