// What never waits: danger now. Stands on every page on the way to help.

import type { Say } from '../../knowledge/index.ts'
import { PhoneLink } from './phone-link.tsx'

/** `about: 'you'` speaks to the young person; without it, to somebody who is worried about a child. */
export const NowNote = ({ say, about = 'child' }: { say: Say; about?: 'child' | 'you' }) => (
  <div class="fb-note fb-now">
    <p>
      <strong>{say(about === 'you' ? 'now.heading-you' : 'now.heading')}</strong>{' '}
      {say(about === 'you' ? 'now.call-you' : 'now.call')} <PhoneLink number="911" />.{' '}
      {about === 'you' ? null : say('now.then')}
    </p>
  </div>
)
