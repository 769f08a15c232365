// Behind the link of an invitation. Opening it changes nothing, because mail programs open links too; the button does. A link that
// is unknown, used, past its time or revoked is an address without a page.

import { acceptInvitation, findInvited } from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { Handler, Visit } from '../../route-table.ts'
import { setPendingCookie } from '../../session-cookie.ts'
import { accountsOf, originOf } from '../../staff-services.ts'
import { AskedForm, askedPage, Submit } from './asked.tsx'

const tokenOf = ({ request }: Visit): string => request.req.param('token') ?? ''

export const welcomePage: Handler = async (visit) => {
  const invited = await findInvited(accountsOf(visit), originOf(visit), tokenOf(visit))
  if (invited === undefined) throw new Problem('not-found')
  const { say } = visit
  return askedPage({
    visit,
    title: say(`account.${invited.purpose}.title`, { name: invited.account.name }),
    children: (
      <>
        <p class="fb-lead">{say(`account.${invited.purpose}.lead`)}</p>
        <p>{say('account.welcome.needs')}</p>
        <AskedForm visit={visit} action={`/staff/welcome/${tokenOf(visit)}`}>
          <Submit words={say('account.welcome.begin')} />
        </AskedForm>
      </>
    ),
  })
}

export const welcomePosted: Handler = async (visit) => {
  await readForm(visit)
  const token = await acceptInvitation(accountsOf(visit), originOf(visit), tokenOf(visit))
  if (token === undefined) throw new Problem('not-found')
  setPendingCookie(visit, token)
  return visit.request.redirect(addressIn(visit.language, '/staff/enrol'), 303)
}
