// Leaves a case: said before it is done, as whoever sees no other cases than her own does not find back.

import { leaveCase } from '../../../casework/index.ts'
import { Problem } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { askedCase, casePath, goTo, isAgain, viewOf } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { caseworkOf } from './casework-of.ts'
import { teamFault } from './team.tsx'

export const leaveForm: StaffHandler = (visit) => leavePage(visit, {})

export const leave: StaffHandler = async (visit) => {
  if (isAgain(await readForm(visit))) return leavePage(visit, {})
  const done = await leaveCase(caseworkOf(visit), visit.signedIn, askedCase(visit))
  if (done.ok) return goTo(visit, `/staff/cases${afterDoing('left')}`)
  return leavePage(visit, { leave: teamFault(visit, done.reason) })
}

async function leavePage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const view = await viewOf(visit)
  const { say } = visit
  if (!view.onTeam) throw new Problem('not-permitted')
  const children = (
    <>
      <p>{say('cases.leave.what')}</p>
      <p>{say('cases.leave.tasks')}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/leave')} id="leave">
        <Submit words={say('cases.leave.submit')} />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.leave'), errors, children })
}
