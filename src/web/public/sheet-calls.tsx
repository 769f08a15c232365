// Whom to call, as the words to read out and the page that prints both show it: what to know about the place, then the lines
// in their order.

import type { ReportSheet } from '../../reporting/index.ts'
import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { sheetFields, type SheetAnswers } from './sheet-answers.ts'

export const SheetCalls = ({ sheet: { calls, callHeading, callNotes } }: { sheet: ReportSheet }) =>
  calls.length === 0 ? null : (
    <>
      <h2>{callHeading}</h2>
      {callNotes.map((note) => (
        <p>{note}</p>
      ))}
      <ol>
        {calls.map(({ name, phones, detail }) => (
          <li>
            <strong>{name}</strong>
            {detail === '' ? '' : ` (${detail})`}
            {phones.map((phone) => (
              <span class="fb-label">{phone}</span>
            ))}
          </li>
        ))}
      </ol>
    </>
  )

/** Back to the form, with everything that was typed. */
export const ChangeText = ({ visit, answers }: { visit: Visit; answers: SheetAnswers }) => (
  <form class="fb-noprint" method="post" action={addressIn(visit.language, '/report/sheet')} autocomplete="off">
    <HiddenFields fields={sheetFields(answers)} />
    <button type="submit" class="govuk-button govuk-button--secondary">
      {visit.say('sheet.change')}
    </button>
  </form>
)
