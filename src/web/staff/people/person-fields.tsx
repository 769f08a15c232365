// The fields of a person that two forms share: what she works as, her agency, and the roles with what each of them allows.

import { disciplines, roles, type Agency } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import { SelectField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { byName } from './people-list.tsx'
import { choicesOf, disciplineIn, roleIn } from './people-words.ts'

type PlaceParts = {
  readonly visit: StaffVisit
  readonly agencies: readonly Agency[]
  readonly typed: { readonly discipline: string; readonly agency: string }
  readonly errors: FieldErrors
}

export const PlaceFields = ({ visit, agencies, typed, errors }: PlaceParts) => {
  const { say, language } = visit
  return (
    <>
      <SelectField
        name="discipline"
        label={say('people.discipline')}
        hint={say('people.discipline.hint')}
        choices={[{ value: '', label: say('people.choose') }, ...choicesOf(visit, disciplines)]}
        value={typed.discipline}
        error={errors['discipline']}
      />
      <SelectField
        name="agency"
        label={say('people.agency')}
        hint={say('people.agency.hint')}
        choices={[
          { value: '', label: say('people.agency.own') },
          ...byName(language, agencies).map(({ id, name, kind }) => ({
            value: id,
            label: `${name} (${disciplineIn(say, kind)})`,
          })),
        ]}
        value={typed.agency}
        error={errors['agency']}
      />
    </>
  )
}

type RoleParts = {
  readonly visit: StaffVisit
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

export const RoleBoxes = ({ visit: { say, language }, chosen, error }: RoleParts) => (
  <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
    <fieldset class="govuk-fieldset" aria-describedby={`roles-hint${error === undefined ? '' : ' roles-error'}`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{say('people.roles')}</legend>
      <div id="roles-hint" class="govuk-hint">
        {say('people.roles.hint')}{' '}
        <a href={addressIn(language, '/staff/people/permissions')} target="_blank" rel="noopener">
          {say('people.roles.list')}
        </a>
      </div>
      {error === undefined ? null : (
        <p id="roles-error" class="govuk-error-message">
          {error}
        </p>
      )}
      <div class="govuk-checkboxes">
        {roles.map((role, at) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={at === 0 ? 'roles' : `roles-${role}`}
              name="roles"
              type="checkbox"
              value={role}
              checked={chosen.includes(role)}
              autocomplete="off"
              aria-describedby={`roles-${role}-hint`}
            />
            <label class="govuk-label govuk-checkboxes__label" for={at === 0 ? 'roles' : `roles-${role}`}>
              {roleIn(say, role)}
            </label>
            <div id={`roles-${role}-hint`} class="govuk-hint govuk-checkboxes__hint">
              {say(`people.role.${role}.what`)}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  </div>
)
