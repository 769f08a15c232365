// The last step of every way in: the cookies, and on to the page that was asked for.

import type { SignedInCookies } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import { staffPathIn } from '../../parts/back-to.ts'
import type { Visit } from '../../route-table.ts'
import { setSignedInCookies } from '../../session-cookie.ts'

export function goOnSignedIn(visit: Visit, cookies: SignedInCookies, back: string): Response {
  setSignedInCookies(visit, cookies)
  return visit.request.redirect(addressIn(visit.language, staffPathIn(back)), 303)
}
