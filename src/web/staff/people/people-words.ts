// The words that pages about people share: states, roles, dates, and the sentence for everything that was refused.

import type { Discipline, PeopleFault, PeopleFaults, PersonState, Role } from '../../../access/index.ts'
import type { Say } from '../../../knowledge/index.ts'
import { dateIn } from '../../../reporting/index.ts'
import type { Choice, FieldErrors } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'

export const sentencesOf = (say: Say, faults: PeopleFaults): FieldErrors =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, faultIn(say, fault)]))

export const faultIn = (say: Say, fault: PeopleFault): string => say(`people.fault.${fault}`)

export const roleIn = (say: Say, role: Role): string => say(`people.role.${role}`)

export const rolesIn = ({ say, language }: Pick<Visit, 'say' | 'language'>, roles: readonly Role[]): string =>
  new Intl.ListFormat(language, { type: 'unit' }).format(roles.map((role) => roleIn(say, role)))

export const disciplineIn = (say: Say, discipline: Discipline): string => say(`people.discipline.${discipline}`)

/** By name in the reader's language. */
export const choicesOf = (
  { say, language }: Pick<Visit, 'say' | 'language'>,
  disciplines: readonly Discipline[],
): readonly Choice[] => {
  const byName = new Intl.Collator(language)
  return disciplines
    .map((value) => ({ value, label: disciplineIn(say, value) }))
    .sort((one, other) => byName.compare(one.label, other.label))
}

/** In full: a rule of the style sheet is kept only where its class stands in the source. */
const stateClasses = {
  active: 'govuk-tag govuk-tag--green',
  invited: 'govuk-tag govuk-tag--blue',
  'no-second-factor': 'govuk-tag govuk-tag--yellow',
  ended: 'govuk-tag govuk-tag--grey',
} as const satisfies Record<PersonState, string>

export const stateClass = (state: PersonState): string => stateClasses[state]

/** The day in the east of the country; null: the word for never. */
export function dayIn({ say, language }: Pick<Visit, 'say' | 'language'>, at: Date | null): string {
  if (at === null) return say('people.never')
  return dateIn(new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at), language)
}
