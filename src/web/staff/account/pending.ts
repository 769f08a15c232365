// Who has proven the first half, or holds an invitation: read from the cookie for each page between there and being signed in.

import { findPending, type Pending } from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import { readForm, type Form } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { Handler, Visit } from '../../route-table.ts'
import { sessionToken } from '../../session-cookie.ts'
import { accountsOf, originOf } from '../../staff-services.ts'

type PendingHandler = (visit: Visit, pending: Pending) => Response | Promise<Response>
type PendingFormHandler = (visit: Visit, pending: Pending, form: Form) => Response | Promise<Response>

/** Whoever has no such session is led to the page of sign-in. */
export const whilePending =
  (method: Pending['method'], handler: PendingHandler): Handler =>
  async (visit) => {
    const pending = await findPending(accountsOf(visit), originOf(visit), sessionToken(visit))
    if (pending?.method === method) return handler(visit, pending)
    return visit.request.redirect(addressIn(visit.language, '/staff/sign-in'), 303)
  }

/** Its forms carry the token of that session, as those of signed-in people do. */
export const postedPending = (method: Pending['method'], handler: PendingFormHandler): Handler =>
  whilePending(method, async (visit, pending) => {
    const form = await readForm(visit)
    if (form.one('form-token') !== pending.formToken) throw new Problem('form-outdated')
    return handler(visit, pending, form)
  })
