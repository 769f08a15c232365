// The state of the log as the privacy officer sees it: how long it is, what proves it, and how its last check ended. A check is
// itself an entry of the log, with its outcome as the reason, so that no table beside it has to be believed.

import { failed, ok, type Result } from '../../shared/index.ts'
import type { Database } from '../../database/index.ts'
import type { Verdict } from '../audit/index.ts'
import { findLastLeaf } from '../audit-log-queries.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { checkAudit, type AuditProof } from '../check-audit.ts'
import { actorOf } from '../signed-in.ts'
import { countUnplaced, findLastCheck, findLastCheckpoint, type LastCheckpoint } from './log-state-queries.ts'
import { refuseOthers, type Officer, type Reads } from './who-looked.ts'

/** 'log-unproved': nothing is wrong, but no checkpoint proves it either. */
export const checkOutcomes = ['log-whole', 'log-unproved', 'log-wrong'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export type LogState = {
  readonly entries: number
  /** Committed, and without a place as yet: a second's work of the sequencer. */
  readonly waiting: number
  readonly checkpoint: LastCheckpoint | undefined
  readonly lastCheck: { readonly at: Date; readonly outcome: CheckOutcome } | undefined
}

/** Names nobody and shows nothing of a record: it is no entry of its own. */
export async function logState(database: Reads, officer: Officer): Promise<LogState> {
  refuseOthers(officer)
  return database.transactAs({ center: officer.center, person: null }, async (trx) => {
    const last = await findLastLeaf(trx, officer.center)
    const check = await findLastCheck(trx, officer.center)
    const outcome = checkOutcomes.find((one) => one === check?.outcome)
    return {
      entries: last?.sequence ?? 0,
      waiting: await countUnplaced(trx, officer.center, last?.occurredAt),
      checkpoint: await findLastCheckpoint(trx, officer.center),
      lastCheck: check === undefined || outcome === undefined ? undefined : { at: check.at, outcome },
    }
  })
}

/** A longer log is checked by `bin/footbridge audit verify`: a page must not keep the service busy for minutes. */
export const longestCheck = 100_000

export type LogCheck = {
  readonly database: Database
  readonly proof: AuditProof
  readonly longest?: number
}

/** One entry, whatever the outcome. */
export async function checkLog(
  { database, proof, longest = longestCheck }: LogCheck,
  officer: Officer,
): Promise<Result<{ readonly outcome: CheckOutcome; readonly verdict: Verdict }, 'too-long'>> {
  const { entries } = await logState(database, officer)
  if (entries > longest) {
    await noteCheck(database, officer, 'log-too-long')
    return failed('too-long')
  }
  const verdict = await checkAudit({ database, center: officer.center, ...(await proof(officer.center)) })
  const outcome = outcomeOf(verdict)
  await noteCheck(database, officer, outcome)
  return ok({ outcome, verdict })
}

function outcomeOf({ clean, problems }: Verdict): CheckOutcome {
  if (clean) return 'log-whole'
  return problems.every(({ kind }) => kind === 'uncovered') ? 'log-unproved' : 'log-wrong'
}

const noteCheck = (database: Reads, officer: Officer, reason: CheckOutcome | 'log-too-long'): Promise<void> =>
  database.transactAs(actorOf(officer), (trx) =>
    insertAuditEntry(trx, actorOf(officer), {
      event: 'audit-seen',
      subject: { kind: 'audit-log', id: officer.center },
      reason,
    }),
  )
