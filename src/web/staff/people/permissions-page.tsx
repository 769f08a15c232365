// The short list of permissions, each with the sentence of what it allows and the roles that give it.

import { notePermissionsSeen, permissions, permissionsOf, roles, type Permission } from '../../../access/index.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { AreaNavigation } from './area.tsx'
import { databaseOf } from './asked.ts'
import { roleIn, rolesIn } from './people-words.ts'

const names = Object.keys(permissions) as readonly Permission[]

export const permissionsPage: StaffHandler = async (visit) => {
  const { say } = visit
  await notePermissionsSeen(databaseOf(visit), visit.signedIn)
  return shellPage({
    visit,
    title: say('people.permissions.title'),
    children: (
      <>
        <h1>{say('people.permissions.title')}</h1>
        <AreaNavigation visit={visit} />
        <p class="fb-lead">{say('people.permissions.lead')}</p>
        <div class="fb-permissions">
          <Facts
            facts={names.map((name) => ({
              name: say(`people.permission.${name}`),
              value: givenBy(visit, name),
            }))}
          />
        </div>
        <h2>{say('people.permissions.roles')}</h2>
        <Facts facts={roles.map((role) => ({ name: roleIn(say, role), value: say(`people.role.${role}.what`) }))} />
        <p>{say('people.permissions.more')}</p>
      </>
    ),
  })
}

function givenBy(visit: StaffVisit, permission: Permission): string {
  const giving = roles.filter((role) => permissionsOf([role]).has(permission))
  if (giving.length === 0) return visit.say('people.permissions.link')
  return giving.length === roles.length ? visit.say('people.permissions.all') : rolesIn(visit, giving)
}
