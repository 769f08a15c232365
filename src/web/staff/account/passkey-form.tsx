// A form that a passkey fills in. It is hidden until the script (client/staff/passkey.ts) finds that this browser can use one;
// without script there is the other way, and the page says so.

import type { Child } from 'hono/jsx'

import { addressIn } from '../../parts/address.ts'
import type { Visit } from '../../route-table.ts'

type PasskeyFormParts = {
  readonly visit: Visit
  readonly kind: 'get' | 'create'
  /** Where the answer is posted; '<action>.json' gives the options. */
  readonly action: string
  readonly formToken?: string
  readonly words: string
  readonly secondary?: boolean
  readonly children?: Child
}

export const PasskeyForm = ({ visit, kind, action, formToken, words, secondary, children }: PasskeyFormParts) => (
  <form
    method="post"
    action={addressIn(visit.language, action)}
    target="_self"
    data-passkey={kind}
    data-options={`${action}.json`}
    hidden
  >
    {formToken === undefined ? null : <input type="hidden" name="form-token" value={formToken} autocomplete="off" />}
    <input type="hidden" name="passkey" autocomplete="off" />
    {children}
    <button type="submit" class={`govuk-button${secondary === true ? ' govuk-button--secondary' : ''}`}>
      {words}
    </button>
    <p role="status" data-failed={visit.say('account.passkey.failed')}></p>
  </form>
)

/** The browser's answer, as JSON in a field; undefined where it is none. */
export function readPasskey(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
