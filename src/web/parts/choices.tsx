// Questions with fixed answers: radios, check boxes and the group around them, in govuk-frontend's markup.

import type { Child } from 'hono/jsx'

import type { Choice } from './fields.tsx'

type GroupParts = {
  readonly legend: string
  readonly hint?: string
  readonly id: string
  readonly children?: Child
}

export const FieldGroup = ({ legend, hint, id, children }: GroupParts) => (
  <div class="govuk-form-group">
    <fieldset class="govuk-fieldset" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {children}
    </fieldset>
  </div>
)

type ItemParts = { readonly name: string; readonly choices: readonly Choice[]; readonly value: string }

/** The answers alone; the first has the question's own id, so that an error leads to it. */
export const RadioItems = ({ name, choices, value }: ItemParts) => (
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
)

type RadioParts = {
  readonly name: string
  readonly legend: string
  readonly hint: string
  readonly choices: readonly Choice[]
  readonly value: string
}

export const Radios = ({ name, legend, hint, choices, value }: RadioParts) => (
  <FieldGroup legend={legend} id={name} hint={hint}>
    <RadioItems name={name} choices={choices} value={value} />
  </FieldGroup>
)

export const Checkboxes = ({
  name,
  choices,
  chosen,
}: {
  name: string
  choices: readonly Choice[]
  chosen: ReadonlySet<string>
}) => (
  <div class="govuk-checkboxes">
    {choices.map(({ value, label }) => (
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={`${name}-${value}`}
          name={name}
          type="checkbox"
          value={value}
          checked={chosen.has(value)}
          autocomplete="off"
        />
        <label class="govuk-label govuk-checkboxes__label" for={`${name}-${value}`}>
          {label}
        </label>
      </div>
    ))}
  </div>
)
