// Proving once more who one is, before something that cannot be taken back or shows much. Other areas ask for it with
// `requireStepUp` on the page of their form, and again where the form arrives.

import { needsStepUp, offerPasskeyStepUp, stepUpWithCode, stepUpWithPasskey } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn, withBack } from '../../parts/back-to.ts'
import { ErrorSummary, HiddenFields, TextField } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { answerJson } from './as-json.ts'
import { refusal, Submit } from './asked.tsx'
import { PasskeyForm, readPasskey } from './passkey-form.tsx'
import { writeDownSeen } from './seen.ts'

/**
 * The answer to give instead, when the last proof is older than five minutes; undefined: go on. `backTo`: the page of the form,
 * without its language, to which she returns.
 */
export function requireStepUp(visit: StaffVisit, backTo: string): Response | undefined {
  const { signedIn, services, request, language } = visit
  const now = new Date(services.clock().epochMilliseconds)
  if (!needsStepUp({ ...signedIn, endedAt: null }, now)) return undefined
  return request.redirect(addressIn(language, withBack('/staff/account/step-up', backTo)), 303)
}

export const stepUpPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  return show(visit, staffPathIn(visit.request.req.query('back')))
}

export const stepUpPosted: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const back = staffPathIn(form.one('back'))
  const code = form.one('code').slice(0, 40)
  const proven = await stepUpWithCode(accountsOf(visit), originOf(visit), visit.signedIn, code)
  if (proven.ok) return visit.request.redirect(addressIn(visit.language, back), 303)
  const { sentence, status } = refusal(visit.say, proven.reason, 'account.refused.code')
  return show(visit, back, sentence, status)
}

export const stepUpPasskeyOptions: StaffHandler = async (visit) =>
  answerJson(visit, await offerPasskeyStepUp(accountsOf(visit), visit.signedIn))

export const stepUpPasskeyPosted: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const back = staffPathIn(form.one('back'))
  const proven = await stepUpWithPasskey(accountsOf(visit), visit.signedIn, readPasskey(form.one('passkey')))
  if (proven.ok) return visit.request.redirect(addressIn(visit.language, back), 303)
  const { sentence, status } = refusal(visit.say, proven.reason, 'account.refused.passkey')
  return show(visit, back, sentence, status)
}

function show(visit: StaffVisit, back: string, error?: string, status: 200 | 422 | 429 | 503 = 200) {
  const { say, signedIn } = visit
  return shellPage(
    {
      visit,
      title: say('account.step-up.title'),
      children: (
        <>
          <ErrorSummary title={say('account.put-right')} errors={error === undefined ? {} : { code: error }} />
          <h1>{say('account.step-up.title')}</h1>
          <p class="fb-lead">{say('account.step-up.lead')}</p>
          <PasskeyForm
            visit={visit}
            kind="get"
            action="/staff/account/step-up/passkey"
            formToken={signedIn.formToken}
            words={say('account.step-up.passkey')}
            secondary
          >
            <HiddenFields fields={{ back }} />
          </PasskeyForm>
          <StaffForm visit={visit} action="/staff/account/step-up">
            <HiddenFields fields={{ back }} />
            <TextField
              name="code"
              label={say('account.code')}
              hint={say('account.code.hint')}
              inputmode="numeric"
              autocomplete="one-time-code"
              width={10}
              maxlength={12}
              error={error}
            />
            <Submit words={say('account.step-up.go')} />
          </StaffForm>
        </>
      ),
    },
    status,
  )
}
