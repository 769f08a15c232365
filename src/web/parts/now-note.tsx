// What never waits: danger now. Stands on every page on the way to help.

import type { Say } from '../../knowledge/index.ts'
import { PhoneLink } from './phone-link.tsx'

export const NowNote = ({ say }: { say: Say }) => (
  <div class="fb-note fb-now">
    <p>
      <strong>{say('now.heading')}</strong> {say('now.call')} <PhoneLink number="911" />. {say('now.then')}
    </p>
  </div>
)
