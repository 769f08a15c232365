// The child and the caregivers of a case: initials and age, and for each field that is known a button that shows it once.

import type { CaregiverView, CaseView, IndividualColumn, MaskedIndividual, Safety } from '../../../casework/index.ts'
import { individualColumns } from '../../../casework/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import type { IndividualId } from '../../../shared/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { casePath } from './asked.ts'
import { dayIn } from './case-words.ts'

/** One revealed field. `text` undefined: it is not there any more. */
export type Shown = { readonly of: IndividualId; readonly column: IndividualColumn; readonly text: string | undefined }

type CaseParts = { readonly visit: StaffVisit; readonly view: CaseView; readonly shown: Shown | undefined }

export const ChildPart = ({ visit, view, shown }: CaseParts) => {
  const { say } = visit
  const { child } = view
  return (
    <section aria-labelledby="child">
      <h2 id="child">{say('cases.child')}</h2>
      <dl class="govuk-summary-list fb-masked">
        <Row name={say('cases.initials')} value={child.initials ?? say('cases.unknown')} />
        <Row name={say('cases.age')} value={ageIn(visit, child.age)} />
        {individualColumns.map((column) => (
          <FieldRow visit={visit} view={view} of={child} column={column} shown={shown} />
        ))}
      </dl>
    </section>
  )
}

const ageIn = ({ say }: StaffVisit, age: number | undefined): string => {
  if (age === undefined) return say('cases.unknown')
  return age === 1 ? say('cases.age.year') : say('cases.age.years', { years: age })
}

export const Caregivers = ({ visit, view, shown }: CaseParts) => {
  const { say } = visit
  return (
    <section aria-labelledby="caregivers">
      <h2 id="caregivers">{say('cases.caregivers')}</h2>
      {view.caregivers.length === 0 ? <p>{say('cases.caregivers.none')}</p> : null}
      {view.caregivers.map((one) => (
        <Caregiver visit={visit} view={view} one={one} shown={shown} />
      ))}
    </section>
  )
}

/** In full: a rule of the style sheet is kept only where its class stands in the source. */
const safetyClasses = {
  unknown: 'govuk-tag govuk-tag--grey',
  safe: 'govuk-tag govuk-tag--green',
  'not-safe': 'govuk-tag govuk-tag--red',
} as const satisfies Record<Safety, string>

const Caregiver = ({ visit, view, one, shown }: CaseParts & { one: CaregiverView }) => {
  const { say } = visit
  return (
    <>
      <h3>
        {say(`cases.relationship.${one.relationship}`)} {one.initials === undefined ? '' : `(${one.initials})`}{' '}
        <strong class={safetyClasses[one.safety]}>{say(`cases.safety.${one.safety}`)}</strong>
      </h3>
      <dl class="govuk-summary-list fb-masked">
        {one.known.map((column) => (
          <FieldRow visit={visit} view={view} of={one} column={column} shown={shown} />
        ))}
      </dl>
    </>
  )
}

const Row = ({ name, value }: { name: string; value: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
    <dd class="govuk-summary-list__actions"></dd>
  </div>
)

const names = {
  given_name: 'cases.given',
  surname: 'cases.surname',
  birth_date: 'cases.birth-date',
  phone: 'cases.phone',
} as const satisfies Record<IndividualColumn, MessageKey>

type FieldParts = CaseParts & { readonly of: MaskedIndividual; readonly column: IndividualColumn }

const FieldRow = ({ visit, view, of, column, shown }: FieldParts) => {
  const { say } = visit
  const name = say(names[column])
  if (shown?.of === of.id && shown.column === column)
    return (
      <div class="govuk-summary-list__row fb-shown">
        <dt class="govuk-summary-list__key">{name}</dt>
        <dd class="govuk-summary-list__value">
          <strong>{textIn(visit, shown)}</strong>
        </dd>
        <dd class="govuk-summary-list__actions fb-quiet">{say('cases.shown')}</dd>
      </div>
    )
  if (!of.known.includes(column)) return <Row name={name} value={say('cases.unknown')} />
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">
        <span aria-hidden="true">••••••</span> <span class="fb-heard">{say('cases.masked')}</span>
      </dd>
      <dd class="govuk-summary-list__actions">
        {view.may.includes('reveal') ? <ShowButton visit={visit} view={view} of={of} column={column} /> : null}
      </dd>
    </div>
  )
}

const textIn = (visit: StaffVisit, { column, text }: Shown): string => {
  if (text === undefined) return visit.say('cases.shown.gone')
  return column === 'birth_date' ? dayIn(visit, text) : text
}

type ButtonParts = Omit<FieldParts, 'shown'>

const ShowButton = ({ visit, view, of, column }: ButtonParts) => {
  const { say } = visit
  const whose = of.id === view.child.id ? say('cases.child') : (of.initials ?? say('cases.caregivers'))
  return (
    <StaffForm visit={visit} action={casePath(view.id, '/reveal')}>
      <input type="hidden" name="of" value={of.id} autocomplete="off" />
      <input type="hidden" name="column" value={column} autocomplete="off" />
      <button
        type="submit"
        class="fb-link-button"
        aria-label={say('cases.show.what', { field: say(names[column]), of: whose })}
      >
        {say('cases.show')}
      </button>
    </StaffForm>
  )
}
