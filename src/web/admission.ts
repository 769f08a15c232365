// The first wall: who may use a route. A route that is not public is answered to who is signed in and has its permission; to
// everybody else it is what an address without a page is, but for the way to the sign-in page where nobody is signed in.

import { Problem } from '../shared/index.ts'
import { readForm } from './form-reader.ts'
import { addressIn } from './parts/address.ts'
import type { Route, StaffVisit, Visit } from './route-table.ts'
import { hostOf, sessionToken } from './session-cookie.ts'

/** The handler's visit, or the answer that takes its place. Throws Problem('not-permitted'). */
export async function admit(route: Route, visit: Visit): Promise<Visit | StaffVisit | Response> {
  if (route.permission === 'public') return visit
  if (route.permission === 'set-up:begin') return admitSetUp(visit)
  const now = new Date(visit.services.clock().epochMilliseconds)
  const signedIn = await visit.services.findSignedIn(hostOf(visit), sessionToken(visit), now)
  if (signedIn === undefined) return toSignIn(visit)
  if (!signedIn.permissions.has(route.permission)) throw new Problem('not-permitted')
  if (route.method === 'post') await refuseForged(visit, signedIn.formToken)
  return { ...visit, signedIn }
}

/** Until accounts exist, one permission can be shown: the token of the set-up link. Opening it is written down with it. */
async function admitSetUp(visit: Visit): Promise<Visit> {
  const { request, services } = visit
  if (await services.setUpLinks.open(hostOf(visit), request.req.param('token') ?? '', new Date())) return visit
  throw new Problem('not-permitted')
}

/** Besides Origin and Sec-Fetch-Site: a form of ours carries what only a page of this session knows. */
async function refuseForged(visit: Visit, expected: string): Promise<void> {
  const form = await readForm(visit)
  if (form.one('form-token') !== expected) throw new Problem('form-outdated')
}

/** A posted form is kept by the page that takes it (`drafts`), so that nothing typed is lost. */
function toSignIn({ language, request }: Visit): Response {
  return request.redirect(addressIn(language, '/staff/sign-in'), 303)
}
