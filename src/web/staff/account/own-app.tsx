// Another authenticator app, and ten new codes. The app before stays good until the first code of the new one was typed.

import { changeApp, newOwnRecoveryCodes, showOwnNewApp } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm } from '../shell.tsx'
import { AppSteps, FirstCode } from './app-form.tsx'
import { Submit } from './asked.tsx'
import { ownPage } from './own-page.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { writeDownSeen } from './seen.ts'
import { requireStepUp } from './step-up.tsx'

const page = '/staff/account/app'
const codesAddress = '/staff/account/codes'

export const appPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  return requireStepUp(visit, page) ?? show(visit)
}

export const appPosted: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, page)
  if (first !== undefined) return first
  const form = await readForm(visit)
  const codes = await changeApp(accountsOf(visit), visit.signedIn, form.one('code').slice(0, 40))
  return codes.ok ? showCodes(visit, codes.value) : show(visit, visit.say('account.refused.code'))
}

async function show(visit: StaffVisit, error?: string) {
  const { say } = visit
  const shown = await showOwnNewApp(accountsOf(visit), visit.signedIn)
  return ownPage({
    visit,
    title: say('account.app.title'),
    errors: error === undefined ? {} : { code: error },
    children: (
      <>
        <AppSteps visit={visit} shown={shown} />
        <StaffForm visit={visit} action={page} native>
          <FirstCode visit={visit} error={error} />
          <Submit words={say('account.app.finish')} />
        </StaffForm>
      </>
    ),
  })
}

const showCodes = (visit: StaffVisit, codes: readonly string[]) =>
  ownPage({ visit, title: visit.say('account.codes.title'), children: <RecoveryCodes visit={visit} codes={codes} /> })

export const codesPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const { say } = visit
  const first = requireStepUp(visit, codesAddress)
  if (first !== undefined) return first
  return ownPage({
    visit,
    title: say('account.codes.new'),
    children: (
      <>
        <p class="fb-lead">{say('account.codes.new.lead')}</p>
        <StaffForm visit={visit} action={codesAddress} native>
          <Submit words={say('account.codes.new')} />
        </StaffForm>
      </>
    ),
  })
}

export const codesPosted: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, codesAddress)
  if (first !== undefined) return first
  const codes = await newOwnRecoveryCodes(accountsOf(visit), visit.signedIn)
  if (codes !== undefined) return showCodes(visit, codes)
  return ownPage({
    visit,
    title: visit.say('account.codes.new'),
    children: <p class="fb-lead">{visit.say('account.codes.no-app')}</p>,
  })
}
