// Seals a case, so that only its team sees it, and puts it under legal hold, which stops erasure. Both by a coordinator who is on
// the team.

import type { AuditEvent } from '../access/index.ts'
import { failed, ok, type Result } from '../shared/index.ts'
import { updateCase, type CaseChange, type FoundCase } from './case-queries.ts'
import type { Casework, Who } from './casework.ts'
import type { ReadCase } from './change-case.ts'
import { inCase, logOnCase } from './in-case.ts'

export type SealFault = 'closed' | 'changed-meanwhile' | 'already-so'

type Switch = {
  readonly action: 'seal' | 'hold'
  readonly event: AuditEvent
  readonly to: CaseChange
  readonly isSo: (found: FoundCase) => boolean
}

type Sealing = (casework: Casework, who: Who, read: ReadCase) => Promise<Result<undefined, SealFault>>

export const sealCase: Sealing = (casework, who, read) =>
  turn(casework, who, read, {
    action: 'seal',
    event: 'case-sealed',
    to: { sealed: true },
    isSo: ({ state }) => state.sealed,
  })

export const unsealCase: Sealing = (casework, who, read) =>
  turn(casework, who, read, {
    action: 'seal',
    event: 'case-unsealed',
    to: { sealed: false },
    isSo: ({ state }) => !state.sealed,
  })

export const setLegalHold: Sealing = (casework, who, read) =>
  turn(casework, who, read, {
    action: 'hold',
    event: 'legal-hold-set',
    to: { legal_hold: true },
    isSo: ({ legalHold }) => legalHold,
  })

export const liftLegalHold: Sealing = (casework, who, read) =>
  turn(casework, who, read, {
    action: 'hold',
    event: 'legal-hold-lifted',
    to: { legal_hold: false },
    isSo: ({ legalHold }) => !legalHold,
  })

function turn(
  casework: Casework,
  who: Who,
  read: ReadCase,
  { action, event, to, isSo }: Switch,
): Promise<Result<undefined, SealFault>> {
  return inCase<undefined, SealFault>(casework, who, { id: read.id, action }, async (trx, found) => {
    if (isSo(found)) return failed('already-so')
    if (!(await updateCase(trx, who.center, read, to))) return failed('changed-meanwhile')
    await logOnCase(trx, who, read.id, { event, fields: Object.keys(to) })
    return ok(undefined)
  })
}
