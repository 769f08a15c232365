// Form parts, each with its wording, hint and error together, in govuk-frontend's markup. They work with HTML alone.

import type { Child } from 'hono/jsx'

/** Answers by field name; a list where several boxes share a name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** The sentence for each field that has to be put right. */
export type FieldErrors = Readonly<Record<string, string>>

export const HiddenFields = ({ fields }: { fields: Fields }) => (
  <>
    {Object.entries(fields).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one !== '')
        .map((one) => <input type="hidden" name={name} value={one} autocomplete="off" />),
    )}
  </>
)

type FieldParts = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value?: string
}

const describedBy = ({ name, hint, error }: FieldParts): string | undefined =>
  [hint === undefined ? [] : `${name}-hint`, error === undefined ? [] : `${name}-error`].flat().join(' ') || undefined

const Hint = ({ name, hint }: FieldParts) =>
  hint === undefined ? null : (
    <div id={`${name}-hint`} class="govuk-hint">
      {hint}
    </div>
  )

const FieldError = ({ name, error }: FieldParts) =>
  error === undefined ? null : (
    <p id={`${name}-error`} class="govuk-error-message">
      {error}
    </p>
  )

const group = (error: string | undefined): string =>
  `govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`

/** What stands around every field that is typed in or chosen from: its label, hint and error. */
const FieldFrame = ({ field, strong = false, children }: { field: FieldParts; strong?: boolean; children?: Child }) => (
  <div class={group(field.error)}>
    <label class={`govuk-label${strong ? ' govuk-label--s' : ''}`} for={field.name}>
      {field.label}
    </label>
    <Hint {...field} />
    <FieldError {...field} />
    {children}
  </div>
)

type TextParts = FieldParts & {
  /** With `date` and `time` a browser may offer its own picker; where it knows none, the field is plain text. */
  readonly type?: 'date' | 'time' | 'email' | 'password'
  /** Only where a browser may fill in who is in front of it (WCAG 2.2, 1.3.5): sign-in. Everywhere else "off". */
  readonly autocomplete?: 'username' | 'email' | 'name' | 'current-password' | 'new-password' | 'one-time-code'
  readonly inputmode?: 'numeric'
  readonly width?: number
  readonly maxlength?: number
}

export const TextField = (field: TextParts) => (
  <FieldFrame field={field}>
    <input
      class={`govuk-input govuk-input--width-${field.width ?? 20}${field.error === undefined ? '' : ' govuk-input--error'}`}
      id={field.name}
      name={field.name}
      type={field.type ?? 'text'}
      inputmode={field.inputmode}
      maxlength={field.maxlength}
      value={field.value}
      autocomplete={field.autocomplete ?? 'off'}
      spellcheck={false}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    />
  </FieldFrame>
)

export const TextArea = (field: FieldParts & { rows: number }) => (
  <FieldFrame field={field} strong>
    <textarea
      class={`govuk-textarea${field.error === undefined ? '' : ' govuk-textarea--error'}`}
      id={field.name}
      name={field.name}
      rows={field.rows}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    >
      {field.value}
    </textarea>
  </FieldFrame>
)

export type Choice = { readonly value: string; readonly label: string }

export const SelectField = (field: FieldParts & { choices: readonly Choice[] }) => (
  <FieldFrame field={field}>
    <select
      class={`govuk-select${field.error === undefined ? '' : ' govuk-select--error'}`}
      id={field.name}
      name={field.name}
      autocomplete="off"
      aria-describedby={describedBy(field)}
    >
      {field.choices.map(({ value, label }) => (
        <option value={value} selected={value === field.value}>
          {label}
        </option>
      ))}
    </select>
  </FieldFrame>
)

/** Stands at the top of a form that came back; each line leads to its field. */
export const ErrorSummary = ({ title, errors }: { title: string; errors: FieldErrors }) =>
  Object.keys(errors).length === 0 ? null : (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {Object.entries(errors).map(([name, sentence]) => (
              <li>
                <a href={`#${name}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
