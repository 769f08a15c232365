// The SQL of tasks, and nothing else.

import type { Trx } from '../database/index.ts'
import { caseId, personId, taskId, type CaseId, type CenterId, type PersonId, type TaskId } from '../shared/index.ts'
import type { TaskKind } from './task.ts'

export type FoundTask = {
  readonly id: TaskId
  readonly kind: string
  readonly assignee: PersonId
  readonly dueOn: string
}

export async function openTasksOf(trx: Trx, center: CenterId, of: CaseId): Promise<readonly FoundTask[]> {
  const rows = await trx
    .selectFrom('tasks')
    .select(['task_id', 'kind', 'assignee_id', 'due_on'])
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('task_id')
    .execute()
  return rows.map((row) => ({
    id: taskId(row.task_id),
    kind: row.kind,
    assignee: personId(row.assignee_id),
    dueOn: row.due_on,
  }))
}

export type FoundOwnTask = FoundTask & { readonly of: CaseId; readonly number: string }

/** The tasks of a person that are not done, on the cases she sees. */
export async function openTasksFor(
  trx: Trx,
  center: CenterId,
  person: PersonId,
  limit: number,
): Promise<readonly FoundOwnTask[]> {
  const rows = await trx
    .selectFrom('tasks as t')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.center_id', '=', 't.center_id').onRef('c.case_id', '=', 't.case_id'),
    )
    .select(['t.task_id', 't.kind', 't.assignee_id', 't.due_on', 't.case_id', 'c.number'])
    .where('t.center_id', '=', center)
    .where('t.assignee_id', '=', person)
    .where('t.done_at', 'is', null)
    .orderBy('t.due_on')
    .orderBy('t.task_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: taskId(row.task_id),
    kind: row.kind,
    assignee: personId(row.assignee_id),
    dueOn: row.due_on,
    of: caseId(row.case_id),
    number: row.number,
  }))
}

export type NewTask = {
  readonly center: CenterId
  readonly of: CaseId
  readonly id: TaskId
  readonly kind: TaskKind
  readonly assignee: PersonId
  readonly dueOn: string
  readonly by: PersonId
  readonly now: Date
}

export async function insertTask(trx: Trx, { center, of, id, kind, assignee, dueOn, by, now }: NewTask): Promise<void> {
  await trx
    .insertInto('tasks')
    .values({
      ...{ center_id: center, case_id: of, task_id: id, kind, assignee_id: assignee, due_on: dueOn },
      ...{ done_at: null, created_at: now, created_by: by },
    })
    .execute()
}

export async function findTask(
  trx: Trx,
  center: CenterId,
  of: CaseId,
  id: TaskId,
): Promise<{ readonly done: boolean } | undefined> {
  const row = await trx
    .selectFrom('tasks')
    .select('done_at')
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('task_id', '=', id)
    .executeTakeFirst()
  return row && { done: row.done_at !== null }
}

export type DoneTask = { readonly center: CenterId; readonly of: CaseId; readonly id: TaskId; readonly now: Date }

/** False where somebody else was first. */
export async function markDone(trx: Trx, { center, of, id, now }: DoneTask): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tasks')
    .set({ done_at: now })
    .where('center_id', '=', center)
    .where('case_id', '=', of)
    .where('task_id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
