// The words that pages of cases share: days and times, disciplines, tasks, and the sentence for everything that was refused.

import { isDiscipline } from '../../../access/index.ts'
import type { FieldFault, TaskKind, TaskState } from '../../../casework/index.ts'
import type { Say } from '../../../knowledge/index.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'

export const disciplineIn = (say: Say, discipline: string): string =>
  isDiscipline(discipline) ? say(`people.discipline.${discipline}`) : discipline

export const kindIn = (say: Say, kind: TaskKind): string => say(`cases.kind.${kind}`)

/** 'YYYY-MM-DD' as people write it. */
export const dayIn = ({ language }: Pick<Visit, 'language'>, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

/** `zone`: the center's. */
export const timeIn = ({ language }: Pick<Visit, 'language'>, moment: Date, zone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(moment)

/** In full: a rule of the style sheet is kept only where its class stands in the source. */
const stateClasses = {
  done: 'govuk-tag govuk-tag--grey',
  overdue: 'govuk-tag govuk-tag--red',
  today: 'govuk-tag govuk-tag--yellow',
  soon: 'govuk-tag govuk-tag--blue',
  later: 'govuk-tag govuk-tag--grey',
} as const satisfies Record<TaskState, string>

export const stateClass = (state: TaskState): string => stateClasses[state]

export const faultsIn = (say: Say, faults: readonly FieldFault[]): FieldErrors =>
  Object.fromEntries(faults.map(({ field, code }) => [field, say(`cases.fault.${code}`)]))
