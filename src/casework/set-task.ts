// Sets a task for somebody on the team of a case.

import { failed, ok, taskId, type CaseId, type PersonId, type Result, type TaskId } from '../shared/index.ts'
import { isDay, type Casework, type Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { isTaskKind } from './task.ts'
import { insertTask } from './task-queries.ts'
import { teamOf } from './team-queries.ts'

/** `dueOn`: 'YYYY-MM-DD'; a day that is past is allowed, for what is written down late. */
export type TaskForm = {
  readonly id: CaseId
  readonly kind: string
  readonly assignee: PersonId
  readonly dueOn: string
}

export type TaskFault = 'closed' | 'kind-needed' | 'not-a-date' | 'not-on-team'

export function setTask(casework: Casework, who: Who, form: TaskForm): Promise<Result<TaskId, TaskFault>> {
  const { id, kind, assignee, dueOn } = form
  return inCase<TaskId, TaskFault>(casework, who, { id, action: 'write-task' }, async (trx) => {
    if (!isTaskKind(kind)) return failed('kind-needed')
    if (!isDay(dueOn)) return failed('not-a-date')
    const team = await teamOf(trx, who.center, id)
    if (!team.some(({ person }) => person === assignee)) return failed('not-on-team')
    const task = taskId(casework.newId())
    const { center, person: by } = who
    await insertTask(trx, { center, of: id, id: task, kind, assignee, dueOn, by, now: casework.now() })
    await logOnCase(trx, who, id, { event: 'task-set', subject: { kind: 'task', id: task }, reason: kind })
    return ok(task)
  })
}
