// Forms that must not get lost: one that came after the session had ended by itself, and one that came while a case review waits
// for its tap. Both are kept sealed, as drafts of their writer at that form.

import { actorOf, findTimedOut, saveDraft } from '../access/index.ts'
import { readForm, type Form } from './form-reader.ts'
import { isFormOfStaff } from './parts/staff-path.ts'
import type { StaffVisit, Visit } from './route-table.ts'
import { sessionToken } from './session-cookie.ts'
import { originOf } from './staff-services.ts'

/** Whether it was kept. A form that is not of that session's own pages is not. */
export async function keepTooLate(visit: Visit): Promise<boolean> {
  const { staff } = visit.services
  if (staff === null || !isFormOfStaff(visit.path)) return false
  const owner = await findTimedOut(staff.accounts, originOf(visit), sessionToken(visit))
  if (owner === undefined) return false
  const form = await readForm(visit)
  if (form.one('form-token') !== owner.formToken) return false
  return keep(visit, { center: owner.center, person: owner.person }, form)
}

/** The form's token was checked before. */
export async function keepUnchecked(visit: StaffVisit): Promise<void> {
  if (!isFormOfStaff(visit.path)) return
  const { center, person } = actorOf(visit.signedIn)
  if (person !== null) await keep(visit, { center, person }, await readForm(visit))
}

async function keep(visit: Visit, owner: Parameters<typeof saveDraft>[1], form: Form): Promise<boolean> {
  const { staff } = visit.services
  return staff !== null && saveDraft(staff.accounts, owner, visit.path, form.entries())
}
