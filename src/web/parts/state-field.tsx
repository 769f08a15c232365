// The choice of a state or territory, by name in the reader's language.

import { jurisdictionCodes } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { SelectField } from './fields.tsx'

type StateParts = {
  readonly visit: Visit
  readonly value: string | null
  readonly hint?: string
  /** Left out: the question of the report form. */
  readonly label?: string
  readonly error?: string | undefined
}

export const StateField = ({ visit, value, hint, label, error }: StateParts) => {
  const { say, language, services } = visit
  const byName = new Intl.Collator(language)
  const states = jurisdictionCodes
    .map((code) => ({ value: code, label: services.directory.names[code][language] }))
    .sort((one, other) => byName.compare(one.label, other.label))
  return (
    <SelectField
      name="state"
      label={label ?? say('report.state')}
      {...(hint === undefined ? {} : { hint })}
      choices={[{ value: '', label: say('report.state.none') }, ...states]}
      value={value ?? ''}
      error={error}
    />
  )
}
