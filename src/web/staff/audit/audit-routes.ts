// The routes of the area `audit`: who looked at what, for the privacy officer, and for each person what she did herself.

import type { AuditEvent } from '../../../access/index.ts'
import type { Route, StaffHandler, StaffRoute } from '../../route-table.ts'
import { auditPage, findCase } from './audit-page.tsx'
import { casePage } from './case-page.tsx'
import { checkNow, toAudit } from './check-page.tsx'
import { ownPage, personPage } from './person-page.tsx'
import { plainForm, plainPage } from './plain-page.tsx'

type Allowed = Pick<StaffRoute, 'permission'> & { readonly audit: AuditEvent }

const see: Allowed = { permission: 'audit:see', audit: 'audit-seen' }

const get = (path: string, handler: StaffHandler, allowed = see): Route => ({
  method: 'get',
  path,
  ...allowed,
  languages: 'each',
  handler,
})

const post = (path: string, handler: StaffHandler, allowed = see): Route => ({
  ...get(path, handler, allowed),
  method: 'post',
})

export const auditRoutes: readonly Route[] = [
  get('/staff/audit', auditPage),
  // A case number is typed into a form, so that no address and no history holds it.
  post('/staff/audit', findCase),
  get('/staff/audit/check', toAudit),
  post('/staff/audit/check', checkNow),
  get('/staff/audit/cases/:id', casePage),
  get('/staff/audit/cases/:id/plain', plainForm),
  post('/staff/audit/cases/:id/plain', plainPage, { ...see, audit: 'audit-exported' }),
  get('/staff/audit/people/:person', personPage),
  get('/staff/account/activity', ownPage, { permission: 'account:own', audit: 'account-seen' }),
]
