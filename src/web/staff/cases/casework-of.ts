// What the actions of casework work with, made from what the service hands to staff pages.

import type { Casework } from '../../../casework/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { staffOf } from '../../staff-services.ts'

/** Where a day begins, until a center says in which zone it lies: that of the greatest part of Texas. */
const defaultZone = 'America/Chicago'

export function caseworkOf(visit: Pick<StaffVisit, 'services' | 'request'>): Casework {
  const { database, vault } = staffOf(visit)
  return {
    database,
    vault,
    now: () => new Date(visit.services.clock().epochMilliseconds),
    newId: () => crypto.randomUUID(),
    random: Math.random,
    zone: defaultZone,
  }
}
