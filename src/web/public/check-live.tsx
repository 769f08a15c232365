// The next step, live: one part for each, of which the ticked boxes let one show, by style alone. A script says it aloud and
// adds "several together". The words are those of the result.

import type { Say } from '../../knowledge/index.ts'
import { nextSteps } from '../../screening/index.ts'

/** In the order of urgency; nothing noticed shows nothing. */
const shown = nextSteps.filter((step) => step !== 'nothing-noticed')

export const CheckLive = ({ say }: { say: Say }) => (
  <div class="fb-live">
    {shown.map((step) => (
      <div class="fb-note" data-step={step}>
        <p>
          <strong>{say(`result.${step}.heading`)}.</strong> {say(`result.${step}.lead`)}
        </p>
      </div>
    ))}
    <p class="fb-several" hidden>
      {say('result.several')}
    </p>
    <p class="fb-live-always">
      {say('result.do.no-proof')} {say('result.do.no-questions')} {say('result.do.no-confronting')}
    </p>
    <p class="fb-heard" role="status"></p>
  </div>
)
