// The first wall: who may use a route. A route that is not public is answered to who is signed in and has its permission; to
// everybody else it is what an address without a page is, but for the way to the sign-in page where nobody is signed in.

import { needsRecheck } from '../access/index.ts'
import { Problem } from '../shared/index.ts'
import { readForm, refuseOtherSites } from './form-reader.ts'
import { keepTooLate, keepUnchecked } from './kept-forms.ts'
import { addressIn } from './parts/address.ts'
import { withBack } from './parts/back-to.ts'
import type { Route, StaffVisit, Visit } from './route-table.ts'
import { hostOf, sessionToken } from './session-cookie.ts'

/** The handler's visit, or the answer that takes its place. Throws Problem('not-permitted'). */
export async function admit(route: Route, visit: Visit): Promise<Visit | StaffVisit | Response> {
  if (route.method === 'post') refuseOtherSites(visit)
  if (route.permission === 'public') return visit
  if (route.permission === 'set-up:begin') return admitSetUp(visit)
  const now = nowOf(visit)
  const signedIn = await visit.services.findSignedIn(hostOf(visit), sessionToken(visit), now)
  if (signedIn === undefined) return toSignIn(route, visit)
  if (!signedIn.permissions.has(route.permission)) throw new Problem('not-permitted')
  if (route.method === 'post') await refuseForged(visit, signedIn.formToken)
  const admitted = { ...visit, signedIn }
  if (needsRecheck({ ...signedIn, endedAt: null }, now) && !isRecheck(route)) return toStillHere(route, admitted)
  return admitted
}

const nowOf = ({ services }: Visit): Date => new Date(services.clock().epochMilliseconds)

/** Until accounts exist, one permission can be shown: the token of the set-up link. Opening it is written down with it. */
async function admitSetUp(visit: Visit): Promise<Visit> {
  const { request, services } = visit
  if (await services.setUpLinks.open(hostOf(visit), request.req.param('token') ?? '', nowOf(visit))) return visit
  throw new Problem('not-permitted')
}

/** Besides Origin and Sec-Fetch-Site: a form of ours carries what only a page of this session knows. */
async function refuseForged(visit: Visit, expected: string): Promise<void> {
  const form = await readForm(visit)
  if (form.one('form-token') !== expected) throw new Problem('form-outdated')
}

/** A form that arrives too late is kept for its writer, and offered back after sign-in. */
async function toSignIn(route: Route, visit: Visit): Promise<Response> {
  const kept = route.method === 'post' && (await keepTooLate(visit))
  const to = addressIn(visit.language, withBack('/staff/sign-in', visit.path))
  return visit.request.redirect(kept ? `${to}&kept=yes` : to, 303)
}

/** In a case review, after a quarter of an hour without a click: one tap, and it goes on. */
const recheck: ReadonlySet<string> = new Set([
  '/staff/account/still-here',
  '/staff/account/keep.json',
  '/staff/sign-out',
])
const isRecheck = ({ path }: Route): boolean => recheck.has(path)

async function toStillHere(route: Route, visit: StaffVisit): Promise<Response> {
  if (route.method === 'post') await keepUnchecked(visit)
  return visit.request.redirect(addressIn(visit.language, withBack('/staff/account/still-here', visit.path)), 303)
}
