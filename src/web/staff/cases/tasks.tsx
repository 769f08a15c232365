// Setting a task on a case, and saying that one is done.

import { finishTask, setTask, taskKinds, type TaskFault } from '../../../casework/index.ts'
import { personId, taskId } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { SelectField, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { answerIn, nothingTyped, readTyped, type Typed } from '../typed.ts'
import { askedCase, casePath, goTo, isAgain, sentId, viewFor } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { showCase } from './case-page.tsx'
import { disciplineIn, kindIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'

export const taskForm: StaffHandler = (visit) => formPage(visit, nothingTyped, {})

export const addTask: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const typed = readTyped(form, ['kind', 'assignee', 'due'])
  if (isAgain(form)) return formPage(visit, typed, {})
  const id = askedCase(visit)
  const assignee = personId(sentId(form, 'assignee'))
  const task = { id, kind: answerIn(typed, 'kind'), assignee, dueOn: answerIn(typed, 'due') }
  const set = await setTask(caseworkOf(visit), visit.signedIn, task)
  if (set.ok) return goTo(visit, casePath(id, afterDoing('task')))
  return formPage(visit, typed, { [fieldOf[set.reason]]: visit.say(`cases.fault.${set.reason}`) })
}

const fieldOf = {
  closed: 'kind',
  'kind-needed': 'kind',
  'not-a-date': 'due',
  'not-on-team': 'assignee',
} as const satisfies Record<TaskFault, string>

async function formPage(visit: StaffVisit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const view = await viewFor(visit, 'write-task')
  const { say } = visit
  const choose = { value: '', label: say('cases.choose') }
  const team = view.team.map(({ person, name, discipline }) => ({
    value: person,
    label: say('cases.conflict.option', { name, discipline: disciplineIn(say, discipline) }),
  }))
  const children = (
    <StaffForm visit={visit} action={casePath(view.id, '/tasks')} id="task">
      <SelectField
        name="kind"
        label={say('cases.tasks.kind')}
        choices={[choose, ...taskKinds.map((kind) => ({ value: kind, label: kindIn(say, kind) }))]}
        value={answerIn(typed, 'kind')}
        error={errors['kind']}
      />
      <SelectField
        name="assignee"
        label={say('cases.tasks.assignee')}
        hint={say('cases.tasks.assignee.hint')}
        choices={[choose, ...team]}
        value={answerIn(typed, 'assignee')}
        error={errors['assignee']}
      />
      <TextField
        name="due"
        type="date"
        label={say('cases.tasks.due')}
        width={10}
        value={answerIn(typed, 'due')}
        error={errors['due']}
      />
      <Submit words={say('cases.tasks.submit')} />
    </StaffForm>
  )
  return actionPage({ visit, view, title: say('cases.tasks.set'), errors, form: 'task', children })
}

export const finish: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const id = askedCase(visit)
  const done = await finishTask(caseworkOf(visit), visit.signedIn, { id, task: taskId(sentId(form, 'task')) })
  if (done.ok) return goTo(visit, casePath(id, afterDoing('done')))
  return showCase({ ...visit, path: casePath(id) }, { errors: { tasks: visit.say(`cases.fault.${done.reason}`) } })
}
