// Connecting an authenticator app: the QR code, the same secret to type, and the field for the first code. Used in enrolment and
// in one's own account.

import type { AppShown } from '../../../access/index.ts'
import { TextField } from '../../parts/fields.tsx'
import type { Visit } from '../../route-table.ts'
import { QrCode } from './qr-code.tsx'

export const AppSteps = ({ visit: { say }, shown }: { visit: Visit; shown: AppShown }) => (
  <ol class="fb-howto">
    <li>{say('account.app.get')}</li>
    <li>
      {say('account.app.scan')}
      <QrCode text={shown.uri} title={say('account.app.qr')} />
      <p>
        {say('account.app.or-type')} <code class="fb-secret">{inFours(shown.secret)}</code>
      </p>
    </li>
    <li>{say('account.app.then')}</li>
  </ol>
)

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

export const FirstCode = ({ visit: { say }, error }: { visit: Visit; error: string | undefined }) => (
  <TextField
    name="code"
    label={say('account.code')}
    hint={say('account.code.hint')}
    inputmode="numeric"
    autocomplete="one-time-code"
    width={10}
    maxlength={12}
    error={error}
  />
)
