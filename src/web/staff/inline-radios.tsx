// A question with a few short answers in one row, in govuk-frontend's markup, with its hint and error.

import type { Choice } from '../parts/fields.tsx'

type InlineParts = {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly choices: readonly Choice[]
  readonly value: string
  readonly error?: string | undefined
}

export const Inline = ({ name, legend, hint, choices, value, error }: InlineParts) => (
  <div class={`govuk-form-group fb-question${error === undefined ? '' : ' govuk-form-group--error'}`}>
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
      <div class="govuk-radios">
        {choices.map((choice, at) => (
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              id={at === 0 ? name : `${name}-${choice.value}`}
              name={name}
              type="radio"
              value={choice.value}
              checked={choice.value === value}
              autocomplete="off"
            />
            <label class="govuk-label govuk-radios__label" for={at === 0 ? name : `${name}-${choice.value}`}>
              {choice.label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  </div>
)

const describedBy = (name: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint === undefined ? [] : `${name}-hint`, error === undefined ? [] : `${name}-error`].flat().join(' ') || undefined
