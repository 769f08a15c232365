// Ten codes for the day the phone is lost, shown once, to be printed or written down. On paper only the codes and what they are for.

import type { Visit } from '../../route-table.ts'

export const RecoveryCodes = ({ visit: { say }, codes }: { visit: Visit; codes: readonly string[] }) => (
  <>
    <p class="fb-lead">{say('account.codes.lead')}</p>
    <ol class="fb-codes">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <p>{say('account.codes.once')}</p>
  </>
)
