// What a person has to do next, over all the cases she sees: the number of the case and the kind of the task, nothing of a child.

import { actorOf } from '../access/index.ts'
import { Problem, type CaseId } from '../shared/index.ts'
import type { TaskView } from './case.ts'
import { today, type Casework, type Who } from './casework.ts'
import { openTasksFor } from './task-queries.ts'
import { taskView } from './task-view.ts'

export type OwnTask = TaskView & { readonly case: CaseId; readonly number: string }

const mostShown = 50

/** The next first. */
export async function myTasks(casework: Casework, who: Who): Promise<readonly OwnTask[]> {
  if (!who.permissions.has('case:see')) throw new Problem('not-permitted')
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const tasks = await openTasksFor(trx, who.center, who.person, mostShown)
    const day = today(casework)
    return tasks.map((task) => ({ ...taskView(task, day), case: task.of, number: task.number }))
  })
}
