// One's own account at a glance: how she signs in, where she is signed in, who she is here, and what she may do, each permission
// in a sentence.

import { waysOf } from '../../../access/index.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { addressIn } from '../../parts/address.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm, shellPage } from '../shell.tsx'
import { writeDownSeen } from './seen.ts'
import { OwnSessions } from './sessions.tsx'
import { WaysList } from './ways-list.tsx'

export const accountPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const { say } = visit
  const ways = await waysOf(accountsOf(visit), visit.signedIn)
  return shellPage({
    visit,
    title: say('account.title'),
    children: (
      <>
        <h1>{say('account.title')}</h1>
        <p>
          {visit.signedIn.name}, {visit.signedIn.email}.{' '}
          <a href={addressIn(visit.language, '/staff/account/details')}>{say('account.details.change')}</a>
        </p>
        <h2>{say('account.ways')}</h2>
        <WaysList visit={visit} ways={ways} />
        <h2>{say('account.sessions')}</h2>
        <OwnSessions visit={visit} />
        <p>
          <a href={addressIn(visit.language, '/staff/account/activity')}>{say('audit.own.title')}</a>
        </p>
        <Review visit={visit} />
        <Rights visit={visit} />
      </>
    ),
  })
}

const Review = ({ visit }: { visit: StaffVisit }) => {
  const { say, signedIn } = visit
  if (!signedIn.permissions.has('case:see')) return null
  const on = signedIn.mode === 'case-review'
  return (
    <>
      <h2>{say('account.review')}</h2>
      <p>{say(on ? 'account.review.is-on' : 'account.review.lead')}</p>
      <StaffForm visit={visit} action="/staff/account/review">
        <button type="submit" name="review" value={on ? 'off' : 'on'} class="govuk-button govuk-button--secondary">
          {say(on ? 'account.review.off' : 'account.review.on')}
        </button>
      </StaffForm>
    </>
  )
}

const Rights = ({ visit: { say, signedIn } }: { visit: StaffVisit }) => (
  <>
    <h2>{say('account.permissions')}</h2>
    <p>
      {say('account.roles')}: {signedIn.roles.map((role) => say(`role.${role}`)).join(', ')}
    </p>
    <ul>
      {[...signedIn.permissions].map((permission) => (
        <li>{say(`permission.${permission}`)}</li>
      ))}
    </ul>
  </>
)
