// Who looked, in plain words for the family: on which day somebody of which profession, and how often. No name stands in it. It is
// read together with an advocate.

import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import type { Discipline } from '../role.ts'
import { actorOf } from '../signed-in.ts'
import { findReadingDays, type CaseFacts, type ReadingDay } from './reading-queries.ts'
import { getCaseFacts, type Officer, type Reads } from './who-looked.ts'

export const plainReaders = ['child', 'caregiver'] as const
export type PlainReader = (typeof plainReaders)[number]
export const isPlainReader = (text: string): text is PlainReader => (plainReaders as readonly string[]).includes(text)

/** Before it is chosen for whom. One entry. */
export function preparePlainLog(database: Reads, officer: Officer, id: string): Promise<CaseFacts> {
  return database.transactAs(actorOf(officer), async (trx) => {
    const facts = await getCaseFacts(trx, officer, id)
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', subject: { kind: 'case', id } })
    return facts
  })
}

export type PlainAsked = { readonly id: string; readonly reader: PlainReader; readonly zone: string }

/** For a caregiver only once one is recorded as safe. `zone`: where a day begins. */
export function plainLog(
  database: Reads,
  officer: Officer,
  { id, reader, zone }: PlainAsked,
): Promise<Result<readonly ReadingDay[], { readonly code: 'no-safe-caregiver'; readonly facts: CaseFacts }>> {
  return database.transactAs(actorOf(officer), async (trx) => {
    const facts = await getCaseFacts(trx, officer, id)
    const subject = { kind: 'case', id }
    if (reader === 'caregiver' && facts.safeCaregivers === 0) {
      await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', subject, reason: 'no-safe-caregiver' })
      return failed({ code: 'no-safe-caregiver', facts })
    }
    const days = await findReadingDays(trx, officer.center, { case: id, zone })
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-exported', subject, reason: `for-${reader}` })
    return ok(plainDays(days, facts.sealed))
  })
}

/** Child protection investigates too; whom a sealed case protects may be warned by any of the three. */
const investigating: ReadonlySet<Discipline> = new Set(['law-enforcement', 'prosecution', 'child-protection'])

/**
 * Newest day first. Of a sealed case the reads of investigators are withheld: that a record is looked into can itself be a
 * warning to somebody.
 */
export const plainDays = (days: readonly ReadingDay[], sealed: boolean): readonly ReadingDay[] =>
  days
    .filter(({ discipline }) => !(sealed && investigating.has(discipline)))
    .sort((one, other) => other.day.localeCompare(one.day) || one.discipline.localeCompare(other.discipline))
