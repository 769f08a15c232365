// Signing in with an agency's own directory: the way there, the way back, and the page for whoever was not let in. The way back
// shows nothing itself, so that the directory's code stays in no address that is shown.

import { getCookie } from 'hono/cookie'

import {
  beginSso,
  endedFlowCookie,
  endSso,
  flowCookieFor,
  flowCookieName,
  type Directories,
} from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn, withBack } from '../../parts/back-to.ts'
import type { Handler, Visit } from '../../route-table.ts'
import { setPendingCookie } from '../../session-cookie.ts'
import { accountsOf, originOf, staffOf } from '../../staff-services.ts'
import { askedPage } from './asked.tsx'
import { goOnSignedIn } from './signed-in.ts'

export const ssoBegun: Handler = async (visit) => {
  const { request, language, services } = visit
  const wanted = { provider: providerIn(visit), back: staffPathIn(request.req.query('back')), language }
  const begun = await beginSso(accountsOf(visit), directoriesOf(visit), originOf(visit), wanted)
  if (!begun.ok && begun.reason === 'unknown') throw new Problem('not-found')
  if (!begun.ok) return toRefused(visit, 'away')
  request.header('Set-Cookie', flowCookieFor(begun.value.sealed, services), { append: true })
  return redirected(visit, begun.value.address.href)
}

/** It has one address for both languages; the language is that of the page where she began. */
export const ssoEnded: Handler = async (visit) => {
  const { request, services } = visit
  const came = {
    provider: providerIn(visit),
    query: new URL(request.req.url).search,
    sealed: getCookie(request, flowCookieName(services)),
  }
  const { outcome, back, language } = await endSso(accountsOf(visit), directoriesOf(visit), originOf(visit), came)
  const inLanguage = { ...visit, language }
  request.header('Set-Cookie', endedFlowCookie(services), { append: true })
  request.header('Cache-Control', 'no-store')
  if (!outcome.ok) return toRefused(inLanguage, outcome.reason)
  if (outcome.value.kind === 'signed-in') return goOnSignedIn(inLanguage, outcome.value.cookies, back)
  setPendingCookie(visit, outcome.value.token)
  return redirected(visit, addressIn(language, withBack('/staff/sign-in/code', back)))
}

/** The same words for every reason, but where the directory itself does not answer. */
export const ssoRefused: Handler = (visit) => {
  const { say, language, request } = visit
  const away = request.req.query('why') === 'away'
  return askedPage({
    visit,
    title: say('sso.refused.title'),
    status: away ? 503 : 422,
    children: (
      <>
        <p class="fb-lead">{say(away ? 'sso.away' : 'sso.refused')}</p>
        <p>
          <a href={addressIn(language, '/staff/sign-in')}>{say('sso.back')}</a>
        </p>
      </>
    ),
  })
}

const providerIn = ({ request }: Visit): string => request.req.param('provider') ?? ''

/** Where no directory is set up, there is nothing at these addresses. */
function directoriesOf(visit: Visit): Directories {
  const { sso } = staffOf(visit)
  if (sso === undefined) throw new Problem('not-found')
  return sso
}

const toRefused = (visit: Visit, reason: 'wrong' | 'away'): Response =>
  redirected(visit, `${addressIn(visit.language, '/staff/sign-in/sso')}${reason === 'away' ? '?why=away' : ''}`)

function redirected({ request }: Visit, to: string): Response {
  request.header('Cache-Control', 'no-store')
  return request.redirect(to, 303)
}
