// The cases a person sees, newest first, twenty a page. One entry in the log for each page.

import { actorOf, insertAuditEntry } from '../access/index.ts'
import { Problem } from '../shared/index.ts'
import type { CaseCursor, CasePage, CaseSummary } from './case.ts'
import { today, type Casework, type Who } from './casework.ts'
import { casesLetInto, everyCase, listRows, type ListedCase } from './list-queries.ts'
import { openInitials, type VaultUse } from './sealed-individual.ts'
import { isTaskKind, taskState } from './task.ts'

export const casesOnAPage = 20

export async function listCases(casework: Casework, who: Who, after?: CaseCursor): Promise<CasePage> {
  if (!who.permissions.has('case:see') || who.scope === 'none') throw new Problem('not-permitted')
  const actor = actorOf(who)
  return casework.database.transactAs(actor, async (trx) => {
    const source = who.scope === 'wide' ? everyCase(actor) : casesLetInto(actor)
    const rows = await listRows(trx, actor, source, { after, limit: casesOnAPage + 1 })
    const use = { vault: casework.vault, trx, center: who.center }
    const cases = await summariesOf(use, rows.slice(0, casesOnAPage), today(casework))
    await insertAuditEntry(trx, actor, { event: 'cases-listed', fields: ['initials'] })
    const last = rows.length > casesOnAPage ? cases.at(-1) : undefined
    return { cases, next: last && { openedOn: last.openedOn, id: last.id } }
  })
}

export async function summariesOf(
  use: VaultUse,
  rows: readonly ListedCase[],
  day: string,
): Promise<readonly CaseSummary[]> {
  const summaries: CaseSummary[] = []
  for (const { child, next, ...row } of rows)
    summaries.push({ ...row, initials: await openInitials(use, child), nextTask: next && nextTask(next, day) })
  return summaries
}

/** The database holds the kind to the list. */
function nextTask({ kind, dueOn }: { kind: string; dueOn: string }, day: string): CaseSummary['nextTask'] {
  return isTaskKind(kind) ? { kind, dueOn, state: taskState({ dueOn, done: false }, day) } : undefined
}
