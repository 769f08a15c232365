// What the actions of casework work with, made from what the service hands to staff pages.

import type { Casework } from '../../../casework/index.ts'
import { Problem } from '../../../shared/index.ts'
import type { StaffVisit } from '../../route-table.ts'

/** Where a day begins, until a center says in which zone it lies: that of the greatest part of Texas. */
const defaultZone = 'America/Chicago'

/** Throws Problem('not-found') in the copy of the public side, which has no staff pages. */
export function caseworkOf({ services }: Pick<StaffVisit, 'services'>): Casework {
  const { staff, clock } = services
  if (staff === null) throw new Problem('not-found')
  return {
    database: staff.database,
    vault: staff.vault,
    now: () => new Date(clock().epochMilliseconds),
    newId: () => crypto.randomUUID(),
    random: Math.random,
    zone: defaultZone,
  }
}
