// Signing out: the session ends here and in the browser. `Clear-Site-Data` says "storage" only. "cache" stalls browsers (design,
// section 7, 9). "cookies" would take the mark of this browser as well, which keeps a stranger's guesses from delaying who works
// on it (lockout.ts); the cookie of the session is ended by its own name.

import { endedCookie, signOut } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { Submit } from './asked.tsx'
import { writeDownSeen } from './seen.ts'

export const signOutPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const { say } = visit
  return shellPage({
    visit,
    title: say('shell.sign-out'),
    children: (
      <>
        <h1>{say('shell.sign-out')}</h1>
        <p>{say('account.sign-out.lead')}</p>
        <StaffForm visit={visit} action="/staff/sign-out" native>
          <Submit words={say('shell.sign-out')} />
        </StaffForm>
      </>
    ),
  })
}

export const signOutPosted: StaffHandler = async (visit) => {
  await signOut(accountsOf(visit), visit.signedIn)
  const { request, services, language } = visit
  request.header('Set-Cookie', endedCookie(services), { append: true })
  request.header('Clear-Site-Data', '"storage"')
  return request.redirect(`${addressIn(language, '/staff/sign-in')}?out=yes`, 303)
}
