// What the script sends while somebody writes, and the button that throws a draft away.

import { dropDraft, saveDraft } from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import { parseForm, readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn } from '../../parts/back-to.ts'
import { isFormOfStaff } from '../../parts/staff-path.ts'
import type { StaffHandler } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { secondsLeft } from '../keep.tsx'
import { answerJson } from './as-json.ts'
import { seenNow } from './still-here.tsx'

/** Only of a page of staff that may be kept. Whoever may not see that page has nothing of it either: the text is her own. */
export const draftSaved: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const of = form.one('draft-form')
  if (!isFormOfStaff(of)) throw new Problem('unreadable-form')
  await saveDraft(accountsOf(visit), visit.signedIn, of, parseForm(form.one('draft')).entries())
  return answerJson(visit, { left: secondsLeft(await seenNow(visit)) })
}

export const draftPage: StaffHandler = ({ request, language }) =>
  request.redirect(addressIn(language, '/staff/account'))

export const draftDropped: StaffHandler = async (visit) => {
  const of = (await readForm(visit)).one('draft-form')
  await dropDraft(accountsOf(visit), visit.signedIn, of)
  return visit.request.redirect(addressIn(visit.language, staffPathIn(of)), 303)
}
