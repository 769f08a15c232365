// The warning before a session ends for want of a click, shown by the script (client/staff/keep.ts) two minutes before. Without
// script a form that comes too late is kept all the same.

import { sessionTimes } from '../../access/index.ts'
import { addressIn } from '../parts/address.ts'
import { withBack } from '../parts/back-to.ts'
import type { StaffVisit } from '../route-table.ts'

/** Seconds, so that nothing depends on the clock of the machine that shows the page. */
export const secondsLeft = ({ signedIn, services }: StaffVisit): number =>
  Math.max(0, Math.round((signedIn.idleAt.getTime() - services.clock().epochMilliseconds) / 1000))

export const Keep = ({ visit }: { visit: StaffVisit }) => {
  const { say, language, path, signedIn } = visit
  return (
    <div
      id="staff-keep"
      class="fb-keep fb-noprint"
      data-token={signedIn.formToken}
      data-left={secondsLeft(visit)}
      data-warning={sessionTimes.warning / 1000}
      data-ended={addressIn(language, withBack('/staff/sign-in', path))}
    >
      <p role="status" data-words={say('account.keep.soon')}></p>
      <button type="button" class="govuk-button govuk-button--secondary" hidden>
        {say('account.keep.stay')}
      </button>
    </div>
  )
}
