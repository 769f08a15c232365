// Says that a task is done. Anybody who may write tasks on the case: who did it is not always whom it was set for.

import { failed, ok, Problem, type CaseId, type Result, type TaskId } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { inCase, logOnCase } from './in-case.ts'
import { findTask, markDone } from './task-queries.ts'

export type FinishFault = 'closed' | 'already-done'

export function finishTask(
  casework: Casework,
  who: Who,
  { id, task }: { readonly id: CaseId; readonly task: TaskId },
): Promise<Result<undefined, FinishFault>> {
  return inCase<undefined, FinishFault>(casework, who, { id, action: 'write-task' }, async (trx) => {
    const found = await findTask(trx, who.center, id, task)
    if (found === undefined) throw new Problem('not-permitted')
    const done = !found.done && (await markDone(trx, { center: who.center, of: id, id: task, now: casework.now() }))
    if (!done) return failed('already-done')
    await logOnCase(trx, who, id, { event: 'task-done', subject: { kind: 'task', id: task }, fields: ['done_at'] })
    return ok(undefined)
  })
}
