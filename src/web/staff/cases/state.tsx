// Closes a case and reopens it. The version that was read goes along, so that nobody writes over what somebody else changed.

import { closeCase, reopenCase } from '../../../casework/index.ts'
import { readForm } from '../../form-reader.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { askedCase, casePath, goTo, isAgain, sentVersion, viewFor } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { StateTags } from './case-head.tsx'
import { caseworkOf } from './casework-of.ts'

export const stateForm: StaffHandler = (visit) => statePage(visit, {})

export const changeState: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  if (isAgain(form)) return statePage(visit, {})
  const reopens = form.one('to') === 'reopen'
  const read = { id: askedCase(visit), version: sentVersion(form) }
  const done = await (reopens ? reopenCase : closeCase)(caseworkOf(visit), visit.signedIn, read)
  if (done.ok) return goTo(visit, casePath(read.id, afterDoing(reopens ? 'reopened' : 'closed')))
  return statePage(visit, { state: visit.say(`cases.fault.${done.reason}`) })
}

async function statePage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const view = await viewFor(visit, 'change')
  const { say } = visit
  const step = view.closedOn === null ? 'close' : 'reopen'
  const children = (
    <>
      <p class="fb-states">
        <StateTags say={say} view={view} />
      </p>
      <p>{say(`cases.${step}.what`)}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/state')} id="state">
        <input type="hidden" name="to" value={step} autocomplete="off" />
        <input type="hidden" name="version" value={String(view.version)} autocomplete="off" />
        <Submit words={say(`cases.${step}.submit`)} />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say(`cases.${step}`), errors, children })
}
