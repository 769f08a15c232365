// Answers a public visit within the limits: what a network has sent, and how many documents wait to be made. Whoever is
// above them still gets a page with the numbers to call, and for a document the page that prints, with all that was typed.

import { oneAtATime, visitLimit, type Cost, type Queue, type Refusal, type VisitLimit } from '../access/index.ts'
import { Problem } from '../shared/index.ts'
import { addressOf } from './address-of.ts'
import { readForm, refuseOtherSites } from './form-reader.ts'
import { addressIn } from './parts/address.ts'
import { HiddenFields } from './parts/fields.tsx'
import { problemAnswer } from './problem-page.tsx'
import { knownFields } from './public/known-fields.ts'
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
  const cost = asksFirst(visit) ? 'form' : costOf(route)
  if (cost === 'none') return answer()
  // First, so that a page of another site cannot use up what a school may send.
  if (route.method === 'post') refuseOtherSites(visit)
  const refusal = limits.visits.refuse(cost, addressOf(visit))
  if (cost === 'form') return refusal === undefined ? answer() : refused('too-many', refusal, route, visit)
  if (refusal !== undefined) return refused('too-many-pdfs', refusal, route, visit)
  // Read before its turn: a slow sender must not keep the others waiting.
  if (route.method === 'post') await readForm(visit)
  return limits.documents.run(answer) ?? refused('too-many-pdfs', { seconds: 60, flood: false }, route, visit)
}

/** The site's script asks for a page of faults before the browser asks for the document itself: no document is made. */
const asksFirst = ({ request: { req } }: Visit): boolean =>
  req.method === 'POST' && req.path.endsWith('.pdf') && req.header('accept') === 'text/html'

async function refused(
  code: 'too-many' | 'too-many-pdfs',
  { seconds, flood }: Refusal,
  route: Route,
  visit: Visit,
): Promise<Response> {
  const problem = new Problem(code, { seconds, minutes: Math.ceil(seconds / 60) })
  return problemAnswer(visit, problem, flood ? null : await carriedOn(route, visit))
}

/**
 * What was typed, with a button: to send it again, or for a PDF to the page that prints. By our own naming, `/x.pdf` made
 * from a form has the page `/x/page` made from the same form.
 */
async function carriedOn({ method, path }: Route, visit: Visit) {
  if (method !== 'post') return null
  const fields = knownFields(await readForm(visit))
  const document = path.endsWith('.pdf')
  return (
    <form method="post" action={addressIn(visit.language, path.replace(/\.pdf$/, '/page'))} autocomplete="off">
      <HiddenFields fields={fields} />
      <button type="submit" class="govuk-button">
        {visit.say(document ? 'sheet.make-page' : 'problem.send-again')}
      </button>
    </form>
  )
}
