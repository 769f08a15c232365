// A task on a case: what is to be done, by whom, by when. Its kinds are a short list, so that a task holds no free text.

export const taskKinds = [
  'call-back',
  'interview',
  'medical-exam',
  'therapy-intake',
  'team-review',
  'safety-plan',
  'court',
  'other',
] as const

export type TaskKind = (typeof taskKinds)[number]

export const isTaskKind = (text: string): text is TaskKind => (taskKinds as readonly string[]).includes(text)

export type TaskState = 'done' | 'overdue' | 'today' | 'soon' | 'later'

/** A week ahead is soon. */
const soonDays = 7

/** Days as 'YYYY-MM-DD'. */
export function taskState(task: { readonly dueOn: string; readonly done: boolean }, today: string): TaskState {
  if (task.done) return 'done'
  if (task.dueOn < today) return 'overdue'
  if (task.dueOn === today) return 'today'
  return daysBetween(today, task.dueOn) <= soonDays ? 'soon' : 'later'
}

const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000
