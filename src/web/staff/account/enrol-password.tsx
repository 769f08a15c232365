// The first half of the other way: a password. Each fault of it is a sentence that says what to do.

import { setPassword, type Pending } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { Visit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { AskedForm, askedPage, Submit } from './asked.tsx'
import { NewPassword, passwordSentence } from './password-form.tsx'
import { postedPending, whilePending } from './pending.ts'

export const enrolPasswordPage = whilePending('invitation', (visit, pending) => show(visit, pending))

export const enrolPasswordPosted = postedPending('invitation', async (visit, pending, form) => {
  const { center, account } = pending
  const set = await setPassword(accountsOf(visit), { center, ...account }, form.one('password'))
  if (!set.ok) return show(visit, pending, passwordSentence(visit.say, set.reason))
  return visit.request.redirect(addressIn(visit.language, '/staff/enrol/app'), 303)
})

function show(visit: Visit, pending: Pending, error?: string) {
  const { say } = visit
  return askedPage({
    visit,
    title: say('account.password.title'),
    errors: error === undefined ? {} : { password: error },
    ...(error === undefined ? {} : { status: 422 as const }),
    children: (
      <>
        <p class="fb-lead">{say('account.password.lead')}</p>
        <AskedForm visit={visit} action="/staff/enrol/password" pending={pending}>
          {/* A password manager keeps the two together. */}
          <input type="text" name="email" value={pending.account.email} autocomplete="username" readonly hidden />
          <NewPassword visit={visit} error={error} />
          <Submit words={say('account.go-on')} />
        </AskedForm>
      </>
    ),
  })
}
