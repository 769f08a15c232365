// The parts that pages before sign-in share: their frame, their forms, and the sentence for a refusal, which is the same for
// every reason that a stranger must not learn.

import type { Child } from 'hono/jsx'

import type { Pending, Refused } from '../../../access/index.ts'
import type { MessageKey, Say } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'
import { staffPage } from '../staff-page.tsx'

type AskedParts = {
  readonly visit: Visit
  readonly title: string
  readonly errors?: FieldErrors
  readonly status?: 200 | 422 | 429 | 503
  readonly children?: Child
}

/** A page with one question. */
export const askedPage = ({ visit, title, errors = {}, status = 200, children }: AskedParts) =>
  staffPage(
    {
      visit,
      title,
      staffNavigation: <WayOut visit={visit} />,
      children: (
        <>
          <ErrorSummary title={visit.say('account.put-right')} errors={errors} />
          <h1>{title}</h1>
          {children}
        </>
      ),
    },
    status,
  )

/** In the place of the public ways and the promise at their foot, which is not true here: these pages set a cookie. */
const WayOut = ({ visit: { say, language } }: { visit: Visit }) => (
  <nav aria-label={say('shell.nav')}>
    <ul class="fb-nav">
      <li>
        <a href={addressIn(language, '/')}>{say('shell.public')}</a>
      </li>
    </ul>
  </nav>
)

type FormParts = {
  readonly visit: Visit
  readonly action: string
  /** Of a session that is not signed in yet; absent on the page of sign-in itself. */
  readonly pending?: Pending
  readonly children?: Child
}

/** Answered by a new document: what stood here before is out of reach of the page's own Back. */
export const AskedForm = ({ visit, action, pending, children }: FormParts) => (
  <form method="post" action={addressIn(visit.language, action)} target="_self">
    {pending === undefined ? null : (
      <input type="hidden" name="form-token" value={pending.formToken} autocomplete="off" />
    )}
    {children}
  </form>
)

export const Submit = ({ words }: { words: string }) => (
  <button type="submit" class="govuk-button">
    {words}
  </button>
)

type Shown = { readonly sentence: string; readonly status: 422 | 429 | 503 }

/** `wrong`: the sentence for this page. */
export function refusal(say: Say, refused: Refused, wrong: MessageKey): Shown {
  if (refused.code === 'wrong') return { sentence: say(wrong), status: 422 }
  if (refused.code === 'busy') return { sentence: say('account.refused.busy'), status: 503 }
  const minutes = Math.max(1, Math.ceil(refused.seconds / 60))
  return { sentence: say('account.refused.wait', { minutes }), status: 429 }
}
