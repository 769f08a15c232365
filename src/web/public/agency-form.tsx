// The form for deadlines: what happened, where, and when somebody at the agency learned of it. The part of a state is asked
// for only where that decides the time zone.

import { postAddress } from '../parts/copy.ts'
import { SelectField, TextField, type FieldErrors } from '../parts/fields.tsx'
import { StateField } from '../parts/state-field.tsx'
import type { Visit } from '../route-table.ts'
import { agencyDutyNames, zoneChoices, type AgencyAnswers } from './agency-answers.ts'

type FormParts = { readonly visit: Visit; readonly answers: AgencyAnswers; readonly errors: FieldErrors }

export const LimitsForm = ({ visit, answers, errors }: FormParts) => {
  const { say } = visit
  const to = postAddress(visit, '/learn/agency-duties')
  // The text links here.
  if (to === null) return <p id="limits">{say('agency.no-form')}</p>
  return (
    <>
      <h2>{say('agency.form-heading')}</h2>
      <p>{say('agency.form-lead')}</p>
      <form id="limits" method="post" action={to} autocomplete="off" novalidate>
        <Duty visit={visit} answers={answers} errors={errors} />
        <Place visit={visit} answers={answers} errors={errors} />
        <PartOfPlace visit={visit} answers={answers} errors={errors} />
        {(['date', 'time'] as const).map((name) => (
          <TextField
            name={name}
            type={name}
            label={say(`agency.${name}`)}
            hint={say(`agency.${name}.hint`)}
            width={10}
            value={answers[name]}
            error={errors[name]}
          />
        ))}
        <button type="submit" class="govuk-button">
          {say('agency.submit')}
        </button>
      </form>
    </>
  )
}

const Duty = ({ visit: { say, language, services }, answers, errors }: FormParts) => (
  <SelectField
    name="duty"
    label={say('agency.duty')}
    choices={[
      { value: '', label: say('agency.duty.none') },
      ...agencyDutyNames.map((name) => ({
        value: name,
        label: services.directory.terms.federal[name].name[language],
      })),
      { value: 'state', label: say('agency.duty.state') },
    ]}
    value={answers.duty}
    error={errors['duty']}
  />
)

const Place = ({ visit, answers, errors }: FormParts) => (
  <StateField visit={visit} label={visit.say('agency.state')} value={answers.state} error={errors['state']} />
)

const PartOfPlace = ({ visit: { say, language, services }, answers, errors }: FormParts) => {
  const zones = zoneChoices(services.directory, answers.state)
  if (zones.length === 0) return null
  const parts = zones.map(({ zone, where }) => ({ value: zone, label: where?.[language] ?? zone }))
  return (
    <SelectField
      name="zone"
      label={say('agency.zone')}
      choices={[{ value: '', label: say('report.state.none') }, ...parts]}
      value={answers.zone}
      error={errors['zone']}
    />
  )
}
