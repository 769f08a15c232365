// Who is on the team of a case: putting somebody on it and taking somebody off.

import { addToTeam, listColleagues, removeFromTeam, type CaseView, type TeamFault } from '../../../casework/index.ts'
import { personId } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { SelectField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { askedCase, casePath, goTo, isAgain, sentId, viewFor } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { disciplineIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'

export const teamForm: StaffHandler = (visit) => teamPage(visit, '', {})

export const changeTeam: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const member = sentId(form, 'member')
  if (isAgain(form)) return teamPage(visit, member, {})
  const id = askedCase(visit)
  const removes = form.one('step') === 'remove'
  const change = { id, member: personId(member) }
  const done = await (removes ? removeFromTeam : addToTeam)(caseworkOf(visit), visit.signedIn, change)
  if (done.ok) return goTo(visit, casePath(id, afterDoing(removes ? 'removed' : 'added')))
  const at = removes ? 'on-team' : 'member'
  return teamPage(visit, removes ? '' : member, { [at]: teamFault(visit, done.reason) })
}

export const teamFault = ({ say }: StaffVisit, fault: TeamFault): string => say(`cases.fault.${fault}`)

async function teamPage(visit: StaffVisit, member: string, errors: FieldErrors): Promise<Response> {
  const view = await viewFor(visit, 'team')
  const { say } = visit
  const colleagues = await listColleagues(caseworkOf(visit), visit.signedIn, view.id)
  const free = colleagues.filter(({ onTeam, conflict, worksOnCases }) => !onTeam && !conflict && worksOnCases)
  const choices = free.map(({ person, name, discipline }) => ({
    value: person,
    label: say('cases.conflict.option', { name, discipline: disciplineIn(say, discipline) }),
  }))
  const children = (
    <>
      <OnTeam visit={visit} view={view} />
      <h2>{say('cases.team.add')}</h2>
      <StaffForm visit={visit} action={casePath(view.id, '/team')} id="add">
        <SelectField
          name="member"
          label={say('cases.team.person')}
          hint={say('cases.team.add.hint')}
          choices={[{ value: '', label: say('cases.choose') }, ...choices]}
          value={member}
          error={errors['member']}
        />
        <Submit words={say('cases.team.add.submit')} />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.team.change'), errors, form: 'add', children })
}

const OnTeam = ({ visit, view }: { visit: StaffVisit; view: CaseView }) => {
  const { say } = visit
  if (view.team.length === 0) return <p>{say('cases.team.none')}</p>
  return (
    <div id="on-team" tabindex={-1}>
      <Facts
        facts={view.team.map(({ person, name, discipline }) => ({
          name,
          value: (
            <div class="fb-apart">
              {disciplineIn(say, discipline)}
              <StaffForm visit={visit} action={casePath(view.id, '/team')}>
                <input type="hidden" name="step" value="remove" autocomplete="off" />
                <input type="hidden" name="member" value={person} autocomplete="off" />
                <button type="submit" class="fb-link-button" aria-label={say('cases.team.remove.what', { name })}>
                  {say('cases.team.remove')}
                </button>
              </StaffForm>
            </div>
          ),
        }))}
      />
    </div>
  )
}
