// A question with fixed answers, one below the other, with its hint and error.

import { RadioItems } from '../../parts/choices.tsx'
import type { Choice } from '../../parts/fields.tsx'

type RadioParts = {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly choices: readonly Choice[]
  readonly value: string
  readonly error?: string | undefined
}

export const ErrorRadios = ({ name, legend, hint, choices, value, error }: RadioParts) => (
  <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(name, hint, error)}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {hint === undefined ? null : (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <p id={`${name}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      <RadioItems name={name} choices={choices} value={value} />
    </fieldset>
  </div>
)

const describedBy = (name: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint === undefined ? [] : `${name}-hint`, error === undefined ? [] : `${name}-error`].flat().join(' ') || undefined
