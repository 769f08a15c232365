// The second half: connecting the app. The first code finishes the enrolment; what is shown then, once, is the codes for paper.

import { beginAppEnrolment, enrolWithApp, type Pending } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { Visit } from '../../route-table.ts'
import { setSignedInCookies } from '../../session-cookie.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { AppSteps, FirstCode } from './app-form.tsx'
import { AskedForm, askedPage, Submit } from './asked.tsx'
import { postedPending, whilePending } from './pending.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

export const enrolAppPage = whilePending('invitation', (visit, pending) => show(visit, pending))

export const enrolAppPosted = postedPending('invitation', async (visit, pending, form) => {
  const enrolled = await enrolWithApp(accountsOf(visit), originOf(visit), pending, form.one('code').slice(0, 40))
  if (!enrolled.ok)
    return show(visit, pending, visit.say(enrolled.reason === 'wrong' ? 'account.refused.code' : 'account.enrol.over'))
  setSignedInCookies(visit, enrolled.value)
  return codesPage(visit, enrolled.value.codes)
})

/** The address is that of a page that anybody may load anew: it then leads home, without the codes. */
function codesPage(visit: Visit, codes: readonly string[]) {
  const { say, language } = visit
  return askedPage({
    visit,
    title: say('account.codes.title'),
    children: (
      <>
        <RecoveryCodes visit={visit} codes={codes} />
        <p class="fb-noprint">
          <a class="govuk-button" href={addressIn(language, '/staff/home')}>
            {say('account.codes.go-on')}
          </a>
        </p>
      </>
    ),
  })
}

async function show(visit: Visit, pending: Pending, error?: string) {
  const { say, language } = visit
  const shown = await beginAppEnrolment(accountsOf(visit), pending)
  if (shown === undefined) return visit.request.redirect(addressIn(language, '/staff/enrol/password'), 303)
  return askedPage({
    visit,
    title: say('account.app.title'),
    errors: error === undefined ? {} : { code: error },
    ...(error === undefined ? {} : { status: 422 as const }),
    children: (
      <>
        <AppSteps visit={visit} shown={shown} />
        <AskedForm visit={visit} action="/staff/enrol/app" pending={pending}>
          <FirstCode visit={visit} error={error} />
          <Submit words={say('account.app.finish')} />
        </AskedForm>
      </>
    ),
  })
}
