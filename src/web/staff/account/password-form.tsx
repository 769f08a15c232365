// The field for a new password, and the sentence for each fault of it.

import { passwordLength, type PasswordFault } from '../../../access/index.ts'
import type { Say } from '../../../knowledge/index.ts'
import { TextField } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'

export const NewPassword = ({ visit: { say }, error }: { visit: Visit; error: string | undefined }) => (
  <TextField
    name="password"
    type="password"
    label={say('account.password.new')}
    hint={say('account.password.hint', { least: passwordLength.least })}
    autocomplete="new-password"
    error={error}
  />
)

export const passwordSentence = (say: Say, fault: PasswordFault | 'busy'): string =>
  fault === 'busy' ? say('account.refused.busy') : say(`account.password.${fault}`, passwordLength)
