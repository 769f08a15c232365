// Changing the password, and taking password, app and codes away where there is a passkey. Both ask for a fresh proof first.

import { removeOwnPassword, setPassword } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm } from '../shell.tsx'
import { Submit } from './asked.tsx'
import { ownPage } from './own-page.tsx'
import { NewPassword, passwordSentence } from './password-form.tsx'
import { writeDownSeen } from './seen.ts'
import { requireStepUp } from './step-up.tsx'

const page = '/staff/account/password'
const removal = '/staff/account/password/remove'

export const passwordPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  return requireStepUp(visit, page) ?? show(visit)
}

export const passwordPosted: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, page)
  if (first !== undefined) return first
  const form = await readForm(visit)
  const set = await setPassword(accountsOf(visit), visit.signedIn, form.one('password'))
  if (!set.ok) return show(visit, passwordSentence(visit.say, set.reason))
  return visit.request.redirect(addressIn(visit.language, '/staff/account'), 303)
}

function show(visit: StaffVisit, error?: string) {
  const { say } = visit
  return ownPage({
    visit,
    title: say('account.password.title'),
    errors: error === undefined ? {} : { password: error },
    children: (
      <>
        <p class="fb-lead">{say('account.password.lead')}</p>
        <StaffForm visit={visit} action={page} native>
          <NewPassword visit={visit} error={error} />
          <Submit words={say('account.details.save')} />
        </StaffForm>
      </>
    ),
  })
}

export const removePasswordPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  return requireStepUp(visit, removal) ?? showRemoval(visit)
}

export const removePasswordPosted: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, removal)
  if (first !== undefined) return first
  const removed = await removeOwnPassword(accountsOf(visit), visit.signedIn)
  if (!removed.ok && removed.reason === 'last') return showRemoval(visit, visit.say('account.ways.last'))
  return visit.request.redirect(addressIn(visit.language, '/staff/account'), 303)
}

function showRemoval(visit: StaffVisit, error?: string) {
  const { say } = visit
  return ownPage({
    visit,
    title: say('account.ways.password.remove'),
    errors: error === undefined ? {} : { remove: error },
    children: (
      <StaffForm visit={visit} action={removal}>
        <button type="submit" id="remove" class="govuk-button">
          {say('account.ways.password.remove')}
        </button>
      </StaffForm>
    ),
  })
}
