// A task as pages show it. The database holds the kind to the list.

import type { TaskView } from './case.ts'
import { isTaskKind, taskState } from './task.ts'
import type { FoundTask } from './task-queries.ts'

/** `day`: today, 'YYYY-MM-DD'. */
export const taskView = ({ id, kind, assignee, dueOn }: FoundTask, day: string): TaskView => ({
  id,
  kind: isTaskKind(kind) ? kind : 'other',
  assignee,
  dueOn,
  state: taskState({ dueOn, done: false }, day),
})
