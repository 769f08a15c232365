// Answers a public visit within the limits: what a network has sent, and how many documents wait to be made. Whoever is
// above them still gets a page with the numbers to call, and for a document the page that prints, with all that was typed.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

import { forwardedAddress, oneAtATime, visitLimit, type Cost, type Queue, type VisitLimit } from '../access/index.ts'
import { Problem } from '../shared/index.ts'
import { readForm, refuseOtherSites } from './form-reader.ts'
import { addressIn } from './parts/address.ts'
import { problemAnswer } from './problem-page.tsx'
import type { Route, Visit } from './route-table.ts'

export type Limits = { readonly visits: VisitLimit; readonly documents: Queue }

/** Eight documents wait at most: less than half a second for the last one. */
export const publicLimits = (): Limits => ({ visits: visitLimit(), documents: oneAtATime(8) })

/** A page that is asked by its address is free: it comes from memory. What only staff may do is limited elsewhere. */
export function costOf({ method, path, permission, cost }: Omit<Route, 'handler'>): Cost | 'none' {
  if (cost !== undefined || permission !== 'public') return cost ?? 'none'
  if (path.endsWith('.pdf')) return 'document'
  return method === 'post' ? 'form' : 'none'
}

export async function answerWithin(
  limits: Limits,
  route: Route,
  visit: Visit,
  answer: () => Promise<Response>,
): Promise<Response> {
  const cost = costOf(route)
  if (cost === 'none') return answer()
  // First, so that a page of another site cannot use up what a school may send.
  if (route.method === 'post') refuseOtherSites(visit)
  const wait = limits.visits.refuse(cost, addressOf(visit))
  if (cost === 'form' && wait !== undefined) throw tooMany('too-many', wait)
  if (cost === 'form') return answer()
  // Read before its turn: a slow sender must not keep the others waiting.
  if (route.method === 'post') await readForm(visit)
  const made = wait === undefined ? limits.documents.run(answer) : undefined
  return made ?? problemAnswer(visit, tooMany('too-many-pdfs', wait ?? 60), await printsInstead(route, visit))
}

const tooMany = (code: 'too-many' | 'too-many-pdfs', seconds: number): Problem =>
  new Problem(code, { seconds, minutes: Math.ceil(seconds / 60) })

/** By our own naming, `/x.pdf` made from a form has the page `/x/page` made from the same form. */
async function printsInstead({ method, path }: Route, visit: Visit) {
  if (method !== 'post') return null
  const { pairs } = await readForm(visit)
  return (
    <form method="post" action={addressIn(visit.language, path.replace(/\.pdf$/, '/page'))} autocomplete="off">
      {pairs.map(([name, value]) => (
        <input type="hidden" name={name} value={value} autocomplete="off" />
      ))}
      <button type="submit" class="govuk-button">
        {visit.say('sheet.make-page')}
      </button>
    </form>
  )
}

/** From the socket; or from the proxy, but only where FOOTBRIDGE_URL says that there is one. Never kept. */
function addressOf({ request, services }: Visit): string | undefined {
  const passedOn = services.host === undefined ? undefined : request.req.header('x-forwarded-for')
  return forwardedAddress(passedOn) ?? socketAddress(request)
}

/** Undefined where there is no socket, as in a test that asks the application itself. */
function socketAddress(request: Context): string | undefined {
  const around: unknown = request.env
  const served = typeof around === 'object' && around !== null && 'incoming' in around
  return served ? getConnInfo(request).remote.address : undefined
}
