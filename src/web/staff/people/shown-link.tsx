// The page that shows a one-time link: once, and never again. It says how to pass the link on; nothing is sent from here.

import { linkDays, type NewLink } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { AreaNavigation } from './area.tsx'
import { personPath } from './asked.ts'
import { dayIn } from './people-words.ts'

/** Where the link leads; the page there belongs to accounts. */
export const invitationPath = '/staff/welcome'

export function linkPage(visit: StaffVisit, link: NewLink): Response | Promise<Response> {
  const { say, language } = visit
  const { purpose, person, name, expiresAt } = link
  return shellPage({
    visit,
    title: say('people.shown.title'),
    children: (
      <>
        <h1>{say('people.shown.title')}</h1>
        <AreaNavigation visit={visit} />
        <p class="fb-lead">{say(`people.shown.${purpose}`, { name })}</p>
        <p class="fb-note fb-now">{say('people.shown.once')}</p>
        <p>
          <code class="fb-link-once" id="link">
            {addressOf(visit, link)}
          </code>
        </p>
        <p>{say('people.shown.until', { day: dayIn(visit, expiresAt), days: linkDays })}</p>
        <h2>{say('people.shown.pass')}</h2>
        <ul>
          <li>{say('people.shown.pass.person')}</li>
          <li>{say('people.shown.pass.know')}</li>
          <li>{say('people.shown.pass.nothing')}</li>
        </ul>
        <p>
          <a href={addressIn(language, personPath(person))}>{say('people.shown.on')}</a>
        </p>
      </>
    ),
  })
}

/** In the language of the person it is for. */
function addressOf({ services, request }: StaffVisit, { language, token }: NewLink): string {
  const origin = services.origin ?? new URL(request.req.url).origin
  return `${origin}${addressIn(language, `${invitationPath}/${token}`)}`
}
