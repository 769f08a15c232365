// Two rules about administrators that every change of people asks, once the accounts are locked.

import type { Actor } from '../../database/index.ts'
import { Problem } from '../../shared/index.ts'

/** Whether the center would have nobody left to manage people. `administrators`: ids of those who are it now. */
export const isLast = (administrators: ReadonlySet<string>, id: string): boolean =>
  administrators.has(id) && administrators.size === 1

/**
 * Throws Problem('not-permitted') for somebody whose role or access was taken while she waited for the locks: the database
 * would change no row for her, and the audit log must not say that it did.
 */
export function refuseFormer(administrators: ReadonlySet<string>, { person }: Actor): void {
  if (person !== null && !administrators.has(person)) throw new Problem('not-permitted')
}
