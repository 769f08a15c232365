// The second factor: a code of the authenticator app, or one of the codes on paper for whoever has lost the phone.

import { checkSecondFactor, type Pending, type Proof } from '../../../access/index.ts'
import type { Form } from '../../form-reader.ts'
import { staffPathIn } from '../../parts/back-to.ts'
import { HiddenFields, TextField } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { AskedForm, askedPage, refusal, Submit } from './asked.tsx'
import { postedPending, whilePending } from './pending.ts'
import { goOnSignedIn } from './signed-in.ts'

type Shown = {
  readonly back: string
  readonly error?: string
  readonly at?: Proof['kind']
  readonly status?: 422 | 429 | 503
}

export const codePage = whilePending('password-only', (visit, pending) =>
  show(visit, pending, { back: staffPathIn(visit.request.req.query('back')) }),
)

export const codePosted = postedPending('password-only', async (visit, pending, form) => {
  const proof = proofIn(form)
  const back = staffPathIn(form.one('back'))
  const checked = await checkSecondFactor(accountsOf(visit), originOf(visit), pending, proof)
  if (checked.ok) return goOnSignedIn(visit, checked.value, back)
  const { sentence, status } = refusal(visit.say, checked.reason, `account.refused.${proof.kind}`)
  return show(visit, pending, { back, error: sentence, at: proof.kind, status })
})

/** What stands in the field for paper counts, if anything does. */
const proofIn = (form: Form): Proof =>
  form.one('recovery') === ''
    ? { kind: 'code', typed: form.one('code').slice(0, 40) }
    : { kind: 'recovery', typed: form.one('recovery').slice(0, 80) }

function show(visit: Visit, pending: Pending, { back, error, at = 'code', status }: Shown) {
  const { say } = visit
  return askedPage({
    visit,
    title: say('account.code.title'),
    errors: error === undefined ? {} : { [at]: error },
    ...(status === undefined ? {} : { status }),
    children: (
      <AskedForm visit={visit} action="/staff/sign-in/code" pending={pending}>
        <HiddenFields fields={{ back }} />
        <TextField
          name="code"
          label={say('account.code')}
          hint={say('account.code.hint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxlength={12}
          error={at === 'code' ? error : undefined}
        />
        <details class="fb-fold" open={at === 'recovery'}>
          <summary>{say('account.recovery.lost')}</summary>
          <TextField
            name="recovery"
            label={say('account.recovery')}
            hint={say('account.recovery.hint')}
            maxlength={40}
            error={at === 'recovery' ? error : undefined}
          />
        </details>
        <Submit words={say('account.sign-in')} />
      </AskedForm>
    ),
  })
}
