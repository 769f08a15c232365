// What stands below every result: what it does not say, and what to do. The step comes from the team's protocol and from
// what was seen and heard, not from a number.

import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import type { InstrumentId } from '../../knowledge/index.ts'
import { instrumentAddress } from './instrument-list.tsx'
import type { Typed } from './typed.ts'

export type StepName = 'at-or-above' | 'below' | 'none' | 'unsuited' | 'recorded'

export const NextStep = ({ visit: { say, language }, step }: { visit: Visit; step: StepName }) => (
  <>
    <h2>{say('instrument.next')}</h2>
    <p>{say(`instrument.next.${step}`)}</p>
    <p>
      {say('instrument.next.report')} <a href={addressIn(language, '/report')}>{say('problem.to-report')}</a>
    </p>
    <p>
      <strong>{say('instrument.told.heading')}</strong> {say('instrument.told.what')}
    </p>
  </>
)

type ActionParts = { readonly visit: Visit; readonly id: InstrumentId; readonly typed: Typed; readonly file: boolean }

/** To change the answers, and to keep a copy: printed, or as a file that other systems read. */
export const Actions = ({ visit, id, typed, file }: ActionParts) => {
  const { say } = visit
  return (
    <div class="fb-noprint">
      {file ? <p>{say('instrument.copy')}</p> : null}
      <form method="post" action={instrumentAddress(visit, id, '/use')} autocomplete="off">
        <HiddenFields fields={typed} />
        <div class="fb-actions">
          {file ? (
            <button type="submit" class="govuk-button" formaction={instrumentAddress(visit, id, '.json')}>
              {say('instrument.download')}
            </button>
          ) : null}
          <button type="submit" class="govuk-button govuk-button--secondary" name="again" value="yes">
            {say('agency.result.change')}
          </button>
        </div>
      </form>
      <p>
        <a href={instrumentAddress(visit, id)}>{say('instrument.about-this')}</a>
      </p>
    </div>
  )
}
