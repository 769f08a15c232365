// The frame of pages for signed-in staff: the areas that this person may use, who she is, and the way out. A form of staff is
// made with `StaffForm`, so that it carries the token of the session.

import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import type { Permission } from '../../access/index.ts'
import type { MessageKey } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import type { PageParts } from '../parts/layout.tsx'
import type { StaffVisit } from '../route-table.ts'
import { Keep } from './keep.tsx'
import { staffPage } from './staff-page.tsx'

type Area = { readonly path: string; readonly words: MessageKey; readonly permission: Permission }

const areas: readonly Area[] = [
  { path: '/staff/home', words: 'shell.home', permission: 'account:own' },
  { path: '/staff/cases', words: 'shell.cases', permission: 'case:see' },
  { path: '/staff/people', words: 'shell.people', permission: 'people:see' },
  { path: '/staff/audit', words: 'shell.audit', permission: 'audit:see' },
  { path: '/staff/settings', words: 'shell.settings', permission: 'settings:manage' },
  { path: '/staff/account', words: 'shell.account', permission: 'account:own' },
]

export type ShellParts = Omit<PageParts, 'visit' | 'sheet' | 'staffNavigation'> & { readonly visit: StaffVisit }

export const shellPage = (parts: ShellParts, status: ContentfulStatusCode = 200): Response | Promise<Response> =>
  staffPage(
    {
      ...parts,
      staffNavigation: <Navigation visit={parts.visit} />,
      children: (
        <>
          <Keep visit={parts.visit} />
          {parts.children}
        </>
      ),
    },
    status,
  )

const Navigation = ({ visit }: { visit: StaffVisit }) => {
  const { say, language, path, signedIn } = visit
  return (
    <nav aria-label={say('shell.nav')}>
      <ul class="fb-nav">
        {areas
          .filter(({ permission }) => signedIn.permissions.has(permission))
          .map((area) => (
            <li>
              <a
                href={addressIn(language, area.path)}
                aria-current={path === area.path ? 'page' : path.startsWith(`${area.path}/`) ? 'true' : undefined}
              >
                {say(area.words)}
              </a>
            </li>
          ))}
        <li>
          <StaffForm visit={visit} action="/staff/sign-out" native>
            <button type="submit" class="fb-link-button">
              {say('shell.sign-out')}
            </button>
          </StaffForm>
        </li>
      </ul>
      <p class="fb-quiet">{say('shell.signed-in', { name: signedIn.name })}</p>
    </nav>
  )
}

type StaffFormParts = {
  readonly visit: StaffVisit
  readonly action: string
  readonly id?: string
  /** Its answer is a new document, not swapped in place: pages before are then out of reach. */
  readonly native?: boolean
  /** What is typed is kept as a draft of this form (`draftFor`). The form's action is its own page. */
  readonly draft?: boolean
  readonly children?: Child
}

/** `action`: the path without its language. */
export const StaffForm = ({ visit, action, id, native, draft, children }: StaffFormParts) => (
  <form
    method="post"
    action={addressIn(visit.language, action)}
    id={id}
    autocomplete="off"
    target={native === true ? '_self' : undefined}
    data-draft={draft === true ? action : undefined}
  >
    <input type="hidden" name="form-token" value={visit.signedIn.formToken} autocomplete="off" />
    {children}
  </form>
)
