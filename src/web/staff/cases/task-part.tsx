// The open tasks of a case, the next first, each with the button that says it is done.

import type { CaseView, TaskView } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { casePath } from './asked.ts'
import { dayIn, kindIn, stateClass } from './case-words.ts'

type PartParts = { readonly visit: StaffVisit; readonly view: CaseView }

export const TaskPart = ({ visit, view }: PartParts) => {
  const { say, language } = visit
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{say('cases.tasks')}</h2>
      {view.tasks.length === 0 ? <p>{say('cases.tasks.none')}</p> : null}
      <ul class="fb-tasks">
        {view.tasks.map((task) => (
          <li>
            <Task visit={visit} view={view} task={task} />
          </li>
        ))}
      </ul>
      {view.may.includes('write-task') ? (
        <p>
          <a href={addressIn(language, casePath(view.id, '/tasks'))}>{say('cases.tasks.set')}</a>
        </p>
      ) : null}
    </section>
  )
}

const Task = ({ visit, view, task }: PartParts & { task: TaskView }) => {
  const { say } = visit
  const assignee = view.team.find(({ person }) => person === task.assignee)?.name ?? say('cases.tasks.gone')
  const day = dayIn(visit, task.dueOn)
  return (
    <>
      <strong class={stateClass(task.state)}>{say(`cases.task.${task.state}`)}</strong>{' '}
      <span>
        {kindIn(say, task.kind)}, {day} <span class="fb-quiet">({assignee})</span>
      </span>{' '}
      {view.may.includes('write-task') ? (
        <StaffForm visit={visit} action={casePath(view.id, '/done')}>
          <input type="hidden" name="task" value={task.id} autocomplete="off" />
          <button
            type="submit"
            class="fb-link-button"
            aria-label={say('cases.tasks.done.what', { task: kindIn(say, task.kind), day })}
          >
            {say('cases.tasks.done')}
          </button>
        </StaffForm>
      ) : null}
    </>
  )
}
