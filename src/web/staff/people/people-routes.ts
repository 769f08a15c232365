// The routes of the area `people`: who may use them, and what is written down. They stand in the table of routes.ts, the ones
// with a fixed name before those that name a person.

import type { AuditEvent } from '../../../access/index.ts'
import type { Route, StaffHandler } from '../../route-table.ts'
import { agencyList, saveAgency } from './agencies.tsx'
import { cancel, cancelConfirm, end, endConfirm, linkConfirm, makeLink } from './confirm.tsx'
import { changeDetails, detailsForm } from './details.tsx'
import { invite, inviteForm } from './invite.tsx'
import { peopleList } from './people-list.tsx'
import { permissionsPage } from './permissions-page.tsx'
import { personPage } from './person-page.tsx'
import { rolesForm, saveRoles } from './person-roles.tsx'
import { confirmNeeded, reviewList } from './review.tsx'
import { settingsPage } from './settings.tsx'

const each = { languages: 'each' } as const

const see = (path: string, handler: StaffHandler): Route => ({
  method: 'get',
  path,
  permission: 'people:see',
  audit: 'people-seen',
  ...each,
  handler,
})

const prepare = (path: string, handler: StaffHandler): Route => ({
  method: 'get',
  path,
  permission: 'people:manage',
  audit: 'people-seen',
  ...each,
  handler,
})

const manage = (path: string, audit: AuditEvent, handler: StaffHandler): Route => ({
  method: 'post',
  path,
  permission: 'people:manage',
  audit,
  ...each,
  handler,
})

export const peopleRoutes: readonly Route[] = [
  see('/staff/people', peopleList),
  see('/staff/people/agencies', agencyList),
  manage('/staff/people/agencies', 'agency-added', saveAgency),
  see('/staff/people/permissions', permissionsPage),
  prepare('/staff/people/invite', inviteForm),
  manage('/staff/people/invite', 'invited', invite),
  prepare('/staff/people/review', reviewList),
  manage('/staff/people/review', 'access-reviewed', confirmNeeded),
  see('/staff/people/:person', personPage),
  prepare('/staff/people/:person/details', detailsForm),
  manage('/staff/people/:person/details', 'person-changed', changeDetails),
  prepare('/staff/people/:person/roles', rolesForm),
  // And `role-revoked`, one entry for each role.
  manage('/staff/people/:person/roles', 'role-granted', saveRoles),
  prepare('/staff/people/:person/link', linkConfirm),
  manage('/staff/people/:person/link', 'invited', makeLink),
  prepare('/staff/people/:person/cancel-link', cancelConfirm),
  manage('/staff/people/:person/cancel-link', 'invitation-cancelled', cancel),
  prepare('/staff/people/:person/end', endConfirm),
  manage('/staff/people/:person/end', 'access-ended', end),
  {
    method: 'get',
    path: '/staff/settings',
    permission: 'settings:manage',
    audit: 'settings-seen',
    ...each,
    handler: settingsPage,
  },
]
