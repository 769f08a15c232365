// Writes down that somebody looked at her own account, as the route says.

import { actorOf, insertAuditEntry } from '../../../access/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { staffOf } from '../../staff-services.ts'

export function writeDownSeen(visit: StaffVisit): Promise<void> {
  const actor = actorOf(visit.signedIn)
  return staffOf(visit).database.transactAs(actor, (trx) => insertAuditEntry(trx, actor, { event: 'account-seen' }))
}
