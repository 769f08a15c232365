// The cases that a search found, to choose one of them: for a new case of a known child, and for two records of one child.

import type { CaseSummary } from '../../../casework/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { dayIn } from './case-words.ts'
import { ErrorRadios } from './error-radios.tsx'

type ChoiceParts = {
  readonly visit: StaffVisit
  readonly name: string
  readonly legend: string
  readonly cases: readonly CaseSummary[]
  readonly error?: string | undefined
}

export const CaseChoice = ({ visit, name, legend, cases, error }: ChoiceParts) => (
  <ErrorRadios
    name={name}
    legend={legend}
    choices={cases.map((one) => ({ value: one.id, label: caseLine(visit, one) }))}
    value=""
    error={error}
  />
)

const caseLine = (visit: StaffVisit, { number, initials, openedOn }: CaseSummary): string =>
  visit.say('cases.new.known.choice', {
    number,
    initials: initials ?? visit.say('cases.erased'),
    day: dayIn(visit, openedOn),
  })
