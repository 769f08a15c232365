// Where somebody is signed in: each session with its kind of browser and when it was seen last, ended one by one or all others.

import { endAllOtherSessions, endOwnSession, listOwnSessions } from '../../../access/index.ts'
import { isUuid } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm } from '../shell.tsx'
import { momentOf } from './when.ts'

export const OwnSessions = async ({ visit }: { visit: StaffVisit }) => {
  const { say, signedIn } = visit
  const sessions = await listOwnSessions(accountsOf(visit), signedIn)
  return (
    <StaffForm visit={visit} action="/staff/account/sessions">
      <ul class="fb-sessions">
        {sessions.map(({ id, device, lastSeenAt }) => {
          const name = device === '' ? say('account.sessions.unknown') : device
          const when = momentOf(visit, lastSeenAt)
          return (
            <li class="fb-inline">
              <span>
                {name}, {say('account.sessions.seen', { when })}
              </span>
              {id === signedIn.session ? (
                <strong class="govuk-tag">{say('account.sessions.here')}</strong>
              ) : (
                <button
                  type="submit"
                  name="session"
                  value={id}
                  class="fb-link-button"
                  aria-label={say('account.sessions.end-of', { device: name, when })}
                >
                  {say('account.sessions.end')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length < 2 ? null : (
        <>
          <p>{say('account.sessions.strange')}</p>
          <button type="submit" name="session" value="others" class="govuk-button govuk-button--secondary">
            {say('account.sessions.end-others')}
          </button>
        </>
      )}
    </StaffForm>
  )
}

export const sessionsPage: StaffHandler = ({ request, language }) =>
  request.redirect(addressIn(language, '/staff/account'), 303)

export const sessionsPosted: StaffHandler = async (visit) => {
  const session = (await readForm(visit)).one('session')
  const accounts = accountsOf(visit)
  if (session === 'others') await endAllOtherSessions(accounts, visit.signedIn)
  else if (isUuid(session)) await endOwnSession(accounts, visit.signedIn, session)
  return visit.request.redirect(addressIn(visit.language, '/staff/account'), 303)
}
