// Where somebody arrives after signing in: what she can do next, by her permissions. Other areas add a line here.

import type { Permission } from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { writeDownSeen } from './seen.ts'

type Door = {
  readonly path: string
  readonly permission: Permission
  readonly words: MessageKey
  readonly what: MessageKey
}

const doors: readonly Door[] = [
  { path: '/staff/cases', permission: 'case:see', words: 'shell.cases', what: 'account.home.cases' },
  { path: '/staff/people', permission: 'people:see', words: 'shell.people', what: 'account.home.people' },
  { path: '/staff/audit', permission: 'audit:see', words: 'shell.audit', what: 'account.home.audit' },
  { path: '/staff/settings', permission: 'settings:manage', words: 'shell.settings', what: 'account.home.settings' },
  { path: '/staff/scan', permission: 'case:see', words: 'shell.scan', what: 'account.home.scan' },
  { path: '/staff/instruments', permission: 'case:see', words: 'shell.instruments', what: 'account.home.instruments' },
  { path: '/staff/account', permission: 'account:own', words: 'shell.account', what: 'account.home.account' },
]

export const homePage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const { say, language, signedIn } = visit
  return shellPage({
    visit,
    title: say('shell.home'),
    children: (
      <>
        <h1>{say('account.home.heading', { name: signedIn.name })}</h1>
        <ul class="fb-doors">
          {doors
            .filter(({ permission }) => signedIn.permissions.has(permission))
            .map(({ path, words, what }) => (
              <li>
                <a href={addressIn(language, path)}>{say(words)}</a>
                <p>{say(what)}</p>
              </li>
            ))}
        </ul>
      </>
    ),
  })
}
