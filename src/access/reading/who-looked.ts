// Who looked at a record and what a person looked at, for the privacy officer; each person finds what she did herself. Every page
// of it is one entry of the log. Missing and forbidden leave at the same place with the same Problem.

import { isUuid, Problem, type PersonId } from '../../shared/index.ts'
import type { Database, Trx } from '../../database/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import { findAlerts, type Alert } from './alert-queries.ts'
import {
  findCaseFacts,
  findCaseForOfficer,
  findPersonFacts,
  findReadings,
  type After,
  type Asked,
  type CaseFacts,
  type PersonFacts,
  type Reading,
} from './reading-queries.ts'

export const pageSize = 50

export type Reads = Pick<Database, 'transactAs'>
export type Officer = Pick<SignedIn, 'center' | 'person' | 'permissions'>

export function refuseOthers({ permissions }: Officer): void {
  if (!permissions.has('audit:see')) throw new Problem('not-permitted')
}

/**
 * The id of the case with this exact number. An unknown number and one that may not be asked for answer alike, with one entry;
 * a found one has its entry from the page that it leads to.
 */
export async function findRecord(database: Reads, officer: Officer, number: string): Promise<string | undefined> {
  refuseOthers(officer)
  return database.transactAs(actorOf(officer), async (trx) => {
    const found = await findCaseForOfficer(trx, number.trim())
    if (found === undefined) await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', reason: 'not-found' })
    return found
  })
}

export type ReadingPage = { readonly readings: readonly Reading[]; readonly next: After | undefined }

async function pageOf(trx: Trx, { center }: Officer, asked: Omit<Asked, 'most'>): Promise<ReadingPage> {
  const found = await findReadings(trx, center, { ...asked, most: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  return {
    readings: shown.map(({ reading }) => reading),
    next: found.length > pageSize ? shown.at(-1)?.place : undefined,
  }
}

/** Throws Problem('not-permitted') for a case that is not there, or that she may not ask about. */
export async function getCaseFacts(trx: Trx, officer: Officer, id: string): Promise<CaseFacts> {
  refuseOthers(officer)
  const facts = isUuid(id) ? await findCaseFacts(trx, id) : undefined
  if (facts === undefined) throw new Problem('not-permitted')
  return facts
}

export type Looked = ReadingPage & { readonly facts: CaseFacts }

export function whoLooked(database: Reads, officer: Officer, id: string, after?: After): Promise<Looked> {
  return database.transactAs(actorOf(officer), async (trx) => {
    const facts = await getCaseFacts(trx, officer, id)
    const page = await pageOf(trx, officer, { case: id, after })
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', subject: { kind: 'case', id } })
    return { facts, ...page }
  })
}

export type LookedAt = ReadingPage & { readonly person: PersonFacts }

/** What one person looked at and did. */
export function whatWasLookedAt(database: Reads, officer: Officer, id: PersonId, after?: After): Promise<LookedAt> {
  return database.transactAs(actorOf(officer), async (trx) => {
    refuseOthers(officer)
    const person = await findPersonFacts(trx, officer.center, id)
    if (person === undefined) throw new Problem('not-permitted')
    const page = await pageOf(trx, officer, { person: id, after })
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', subject: { kind: 'person', id } })
    return { person, ...page }
  })
}

/** What she looked at and did herself. */
export function ownActivity(database: Reads, who: Officer, after?: After): Promise<ReadingPage> {
  return database.transactAs(actorOf(who), async (trx) => {
    const page = await pageOf(trx, who, { person: who.person, after })
    await insertAuditEntry(trx, actorOf(who), { event: 'account-seen', reason: 'activity' })
    return page
  })
}

/** The newest first. */
export async function listAlerts(database: Reads, officer: Officer): Promise<readonly Alert[]> {
  refuseOthers(officer)
  return database.transactAs(actorOf(officer), async (trx) => {
    const alerts = await findAlerts(trx, officer.center, pageSize)
    await insertAuditEntry(trx, actorOf(officer), { event: 'audit-seen', reason: 'alerts' })
    return alerts
  })
}
