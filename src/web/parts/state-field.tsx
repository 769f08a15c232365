// The choice of a state or territory, by name in the reader's language.

import { jurisdictionCodes } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { SelectField } from './fields.tsx'

type StateParts = {
  readonly visit: Visit
  readonly value: string | null
  readonly hint?: string
  readonly error?: string | undefined
}

export const StateField = ({ visit: { say, language, services }, value, hint, error }: StateParts) => {
  const byName = new Intl.Collator(language)
  const states = jurisdictionCodes
    .map((code) => ({ value: code, label: services.directory.names[code][language] }))
    .sort((one, other) => byName.compare(one.label, other.label))
  return (
    <SelectField
      name="state"
      label={say('report.state')}
      {...(hint === undefined ? {} : { hint })}
      choices={[{ value: '', label: say('report.state.none') }, ...states]}
      value={value ?? ''}
      error={error}
    />
  )
}
