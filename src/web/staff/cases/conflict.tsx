// A conflict of interest: of oneself, or of anybody where one may say who is on the case. It wins over every role.

import { listColleagues, recordConflict, type CaseView } from '../../../casework/index.ts'
import { personId } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { SelectField, type Choice, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { askedCase, casePath, goTo, isAgain, sentId, viewOf } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { disciplineIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'

export const conflictForm: StaffHandler = (visit) => conflictPage(visit, '', {})

export const addConflict: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const member = sentId(form, 'member')
  if (isAgain(form)) return conflictPage(visit, member, {})
  const id = askedCase(visit)
  // Who may not say it of others is refused without a choice; the case was looked at before.
  const done = await recordConflict(caseworkOf(visit), visit.signedIn, { id, member: personId(member) })
  if (!done.ok) return conflictPage(visit, member, { member: visit.say(`cases.fault.${done.reason}`) })
  const own = member === visit.signedIn.person
  return goTo(visit, own ? `/staff/cases${afterDoing('conflict')}` : casePath(id, afterDoing('conflict')))
}

async function conflictPage(visit: StaffVisit, member: string, errors: FieldErrors): Promise<Response> {
  const view = await viewOf(visit)
  const { say, signedIn } = visit
  const forOthers = view.may.includes('team')
  const children = (
    <>
      <p class="fb-lead">{say('cases.conflict.what')}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/conflict')} id="conflict">
        {forOthers ? (
          <SelectField
            name="member"
            label={say('cases.conflict.who')}
            choices={await choicesFor(visit, view)}
            value={member}
            error={errors['member']}
          />
        ) : (
          <>
            <p id="member">{say('cases.conflict.me.what')}</p>
            <input type="hidden" name="member" value={signedIn.person} autocomplete="off" />
          </>
        )}
        <Submit words={say('cases.conflict.submit')} warns />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.conflict'), errors, form: 'conflict', children })
}

/** Everybody of the center: somebody without a case today may get a role with cases tomorrow. */
async function choicesFor(visit: StaffVisit, view: CaseView): Promise<readonly Choice[]> {
  const { say, signedIn } = visit
  const colleagues = await listColleagues(caseworkOf(visit), signedIn, view.id)
  const others = colleagues.filter(({ conflict, person }) => !conflict && person !== signedIn.person)
  return [
    { value: '', label: say('cases.choose') },
    ...others.map(({ person, name, discipline }) => ({
      value: person,
      label: say('cases.conflict.option', { name, discipline: disciplineIn(say, discipline) }),
    })),
    { value: signedIn.person, label: say('cases.conflict.me') },
  ]
}
