// In a case review, after a quarter of an hour without a click: one tap, and the page before goes on. A button to start and end
// such a review stands on the page of one's account.

import { chooseMode, keepSession } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn } from '../../parts/back-to.ts'
import { HiddenFields } from '../../parts/fields.tsx'
import type { StaffHandler } from '../../route-table.ts'
import { hostOf, sessionToken } from '../../session-cookie.ts'
import { accountsOf } from '../../staff-services.ts'
import { secondsLeft } from '../keep.tsx'
import { shellPage, StaffForm } from '../shell.tsx'
import { answerJson } from './as-json.ts'
import { Submit } from './asked.tsx'
import { writeDownSeen } from './seen.ts'

export const stillHerePage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const { say, request } = visit
  return shellPage({
    visit,
    title: say('account.still-here.title'),
    children: (
      <>
        <h1>{say('account.still-here.title')}</h1>
        <p class="fb-lead">{say('account.still-here.lead')}</p>
        <StaffForm visit={visit} action="/staff/account/still-here" native>
          <HiddenFields fields={{ back: staffPathIn(request.req.query('back')) }} />
          <Submit words={say('account.still-here.yes')} />
        </StaffForm>
      </>
    ),
  })
}

export const stillHerePosted: StaffHandler = async (visit) => {
  await keepSession(accountsOf(visit), visit.signedIn)
  const form = await readForm(visit)
  return visit.request.redirect(addressIn(visit.language, staffPathIn(form.one('back'))), 303)
}

/** The same for the button of the warning. */
export const keepPosted: StaffHandler = async (visit) => {
  await keepSession(accountsOf(visit), visit.signedIn)
  return answerJson(visit, { left: secondsLeft(await seenNow(visit)) })
}

/** The visit as the next request would find it. */
export async function seenNow(visit: Parameters<StaffHandler>[0]): Promise<Parameters<StaffHandler>[0]> {
  const { services } = visit
  const now = new Date(services.clock().epochMilliseconds)
  const signedIn = await services.findSignedIn(hostOf(visit), sessionToken(visit), now)
  return { ...visit, signedIn: signedIn ?? visit.signedIn }
}

export const reviewPosted: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  await chooseMode(accountsOf(visit), visit.signedIn, form.one('review') === 'on' ? 'case-review' : 'usual')
  return visit.request.redirect(addressIn(visit.language, '/staff/account'), 303)
}
