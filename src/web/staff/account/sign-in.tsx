// Signing in: e-mail and password, or a passkey. Unknown, wrong and ended answer alike, with the same words and the same status.

import { checkFirstFactor } from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn, withBack } from '../../parts/back-to.ts'
import { HiddenFields, TextField } from '../../parts/fields.tsx'
import type { Handler, Visit } from '../../route-table.ts'
import { setPendingCookie } from '../../session-cookie.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { AskedForm, askedPage, refusal, Submit } from './asked.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { SsoButtons } from './sso-buttons.tsx'

type Shown = {
  readonly email?: string
  readonly back: string
  readonly note?: MessageKey | undefined
  readonly error?: string
  readonly status?: 200 | 422 | 429 | 503
}

export const signInPage: Handler = (visit) => {
  accountsOf(visit)
  const { req } = visit.request
  return show(visit, { back: staffPathIn(req.query('back')), note: noteOf(visit) })
}

function noteOf({ request: { req } }: Visit): MessageKey | undefined {
  if (req.query('kept') === 'yes') return 'account.sign-in.kept'
  return req.query('out') === 'yes' ? 'account.sign-in.out' : undefined
}

export const signInPosted: Handler = async (visit) => {
  const form = await readForm(visit)
  const email = form.one('email').slice(0, 254)
  const back = staffPathIn(form.one('back'))
  const password = form.one('password')
  const checked = await checkFirstFactor(accountsOf(visit), originOf(visit), { email, password })
  if (!checked.ok) {
    const { sentence, status } = refusal(visit.say, checked.reason, 'account.refused.first')
    return show(visit, { email, back, error: sentence, status })
  }
  setPendingCookie(visit, checked.value)
  return visit.request.redirect(addressIn(visit.language, withBack('/staff/sign-in/code', back)), 303)
}

export function show(visit: Visit, { email = '', back, note, error, status = 200 }: Shown) {
  const { say } = visit
  return askedPage({
    visit,
    title: say('account.sign-in'),
    errors: error === undefined ? {} : { email: error },
    status,
    children: (
      <>
        {note === undefined ? null : <p class="fb-note">{say(note)}</p>}
        <PasskeyForm visit={visit} kind="get" action="/staff/sign-in/passkey" words={say('account.sign-in.passkey')}>
          <HiddenFields fields={{ back }} />
          <p>{say('account.sign-in.passkey.lead')}</p>
        </PasskeyForm>
        <AskedForm visit={visit} action="/staff/sign-in">
          <HiddenFields fields={{ back }} />
          <TextField
            name="email"
            type="email"
            label={say('account.email')}
            autocomplete="username"
            maxlength={254}
            value={email}
          />
          <TextField name="password" type="password" label={say('account.password')} autocomplete="current-password" />
          <Submit words={say('account.sign-in.next')} />
        </AskedForm>
        <SsoButtons visit={visit} back={back} />
        <p class="fb-quiet">{say('account.sign-in.no-account')}</p>
      </>
    ),
  })
}
