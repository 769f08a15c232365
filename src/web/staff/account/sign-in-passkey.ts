// Signing in with a passkey: the options for the browser, and its answer.

import { offerPasskeySignIn, signInWithPasskey } from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { staffPathIn } from '../../parts/back-to.ts'
import type { Handler } from '../../route-table.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { answerJson } from './as-json.ts'
import { refusal } from './asked.tsx'
import { readPasskey } from './passkey-form.tsx'
import { show } from './sign-in.tsx'
import { goOnSignedIn } from './signed-in.ts'

export const passkeyOptions: Handler = async (visit) => {
  await readForm(visit)
  const options = await offerPasskeySignIn(accountsOf(visit), originOf(visit))
  if (options === undefined) throw new Problem('not-found')
  return answerJson(visit, options)
}

export const passkeyPosted: Handler = async (visit) => {
  const form = await readForm(visit)
  const back = staffPathIn(form.one('back'))
  const signedIn = await signInWithPasskey(accountsOf(visit), originOf(visit), readPasskey(form.one('passkey')))
  if (signedIn.ok) return goOnSignedIn(visit, signedIn.value, back)
  const { sentence, status } = refusal(visit.say, signedIn.reason, 'account.refused.passkey')
  return show(visit, { back, error: sentence, status })
}
