// What the person has to do next, over all her cases.

import type { OwnTask } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { casePath } from './asked.ts'
import { dayIn, kindIn, stateClass } from './case-words.ts'

export const MyTasks = ({ visit, tasks }: { visit: StaffVisit; tasks: readonly OwnTask[] }) => {
  const { say, language } = visit
  return (
    <>
      <h2>{say('cases.tasks.mine')}</h2>
      {tasks.length === 0 ? <p>{say('cases.tasks.mine.none')}</p> : null}
      <ul class="fb-tasks">
        {tasks.map((task) => (
          <li>
            <strong class={stateClass(task.state)}>{say(`cases.task.${task.state}`)}</strong>{' '}
            <span>
              {kindIn(say, task.kind)}, {dayIn(visit, task.dueOn)}
            </span>{' '}
            <a href={addressIn(language, casePath(task.case))}>{say('cases.case.number', { number: task.number })}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
