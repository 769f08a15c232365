// Choosing how to sign in: a passkey, or a password with an authenticator app. Each says what it takes and what it gives.

import { offerNewPasskey, enrolWithPasskey, type Pending } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import { TextField } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { answerJson } from './as-json.ts'
import { askedPage } from './asked.tsx'
import { PasskeyForm, readPasskey } from './passkey-form.tsx'
import { postedPending, whilePending } from './pending.ts'
import { goOnSignedIn } from './signed-in.ts'

export const enrolPage = whilePending('invitation', (visit, pending) => show(visit, pending))

export const enrolPasskeyOptions = postedPending('invitation', async (visit, { center, account }) =>
  answerJson(visit, await offerNewPasskey(accountsOf(visit), { center, ...account })),
)

export const enrolPasskeyPosted = postedPending('invitation', async (visit, pending, form) => {
  const given = { posted: readPasskey(form.one('passkey')), label: form.one('label').trim() }
  const enrolled = await enrolWithPasskey(accountsOf(visit), originOf(visit), pending, given)
  if (enrolled.ok) return goOnSignedIn(visit, enrolled.value, '/staff/home')
  return show(visit, pending, visit.say(enrolled.reason === 'over' ? 'account.enrol.over' : 'account.passkey.failed'))
})

function show(visit: Visit, pending: Pending, error?: string) {
  const { say, language } = visit
  return askedPage({
    visit,
    title: say('account.enrol.title'),
    errors: error === undefined ? {} : { label: error },
    ...(error === undefined ? {} : { status: 422 as const }),
    children: (
      <>
        <p class="fb-lead">{say('account.enrol.lead')}</p>
        <h2>{say('account.enrol.passkey')}</h2>
        <p>{say('account.enrol.passkey.what')}</p>
        <PasskeyForm
          visit={visit}
          kind="create"
          action="/staff/enrol/passkey"
          formToken={pending.formToken}
          words={say('account.enrol.passkey.make')}
        >
          <PasskeyLabel visit={visit} />
        </PasskeyForm>
        <p class="fb-note" data-passkey-off>
          {say('account.enrol.passkey.off')}
        </p>
        <h2>{say('account.enrol.app')}</h2>
        <p>{say('account.enrol.app.what')}</p>
        <p>
          <a href={addressIn(language, '/staff/enrol/password')}>{say('account.enrol.app.choose')}</a>
        </p>
      </>
    ),
  })
}

export const PasskeyLabel = ({ visit: { say } }: { visit: Visit }) => (
  <TextField
    name="label"
    label={say('account.passkey.label')}
    hint={say('account.passkey.label.hint')}
    maxlength={60}
    value=""
  />
)
