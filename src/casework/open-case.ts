// Opens a case for a child who is new, or for one who was found by search. Who opens it is the first of its team.

import { actorOf } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import {
  caseId,
  failed,
  individualId,
  ok,
  Problem,
  type CaseId,
  type IndividualId,
  type Result,
} from '../shared/index.ts'
import { nextCaseNumber } from './case.ts'
import { carryConflicts, insertCase, lastCaseNumber } from './case-queries.ts'
import { today, type Casework, type FieldFault, type Who } from './casework.ts'
import { logOnCase } from './in-case.ts'
import { readIndividual, type IndividualForm, type PlainFields } from './individual.ts'
import { findIndividual, insertIndividual, insertNameIndexes } from './individual-queries.ts'
import { nameIndexesOf, sealFields } from './sealed-individual.ts'
import { grantCaseAccess, insertTeamMember } from './team-queries.ts'

export type NewCase = { readonly child: IndividualForm | IndividualId }

export type OpenedCase = { readonly id: CaseId; readonly number: string }

export async function openCase(
  casework: Casework,
  who: Who,
  { child }: NewCase,
): Promise<Result<OpenedCase, readonly FieldFault[]>> {
  if (!who.permissions.has('case:open')) throw new Problem('not-permitted')
  const known = typeof child === 'string' ? ok<PlainFields>({}) : readIndividual(child, today(casework))
  if (!known.ok) return failed(known.reason)
  const plain = known.value
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const use = { vault: casework.vault, trx, center: who.center }
    const opened =
      typeof child === 'string'
        ? await writeCase(casework, trx, who, await getChild(trx, who, child))
        : await writeCase(casework, trx, who, await insertChild(casework, trx, who, plain))
    if (typeof child === 'string') await carryConflicts(trx, opened.id)
    else await insertNameIndexes(trx, who.center, opened.child, await nameIndexesOf(use, plain))
    await logOnCase(trx, who, opened.id, { event: 'case-opened', fields: Object.keys(plain) })
    return ok({ id: opened.id, number: opened.number })
  })
}

async function getChild(trx: Trx, who: Who, id: IndividualId): Promise<IndividualId> {
  const found = await findIndividual(trx, who.center, id, 'child')
  if (found === undefined) throw new Problem('not-permitted')
  return found.id
}

async function insertChild(casework: Casework, trx: Trx, { center }: Who, plain: PlainFields): Promise<IndividualId> {
  const id = individualId(casework.newId())
  const fields = await sealFields({ vault: casework.vault, trx, center }, id, plain)
  await insertIndividual(trx, { center, id, kind: 'child', fields, now: casework.now() })
  return id
}

/** The number comes late: whoever else opens a case waits from then on until this one is written. */
async function writeCase(casework: Casework, trx: Trx, who: Who, child: IndividualId) {
  const id = caseId(casework.newId())
  const openedOn = today(casework)
  const year = openedOn.slice(0, 4)
  const number = nextCaseNumber(year, await lastCaseNumber(trx, Number(year)), casework.random())
  await insertCase(trx, { center: who.center, id, number, child, openedOn })
  if (!(await grantCaseAccess(trx, id, who.person))) throw new Problem('not-permitted')
  const first = { member: who.person, discipline: who.discipline, by: who.person }
  await insertTeamMember(trx, { center: who.center, of: id, ...first, now: casework.now() })
  return { id, number, child }
}
