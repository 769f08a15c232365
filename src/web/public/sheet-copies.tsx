// The three ways to keep a copy, each behind the sentence that a copy stays on this device.

import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { sheetFields, type SheetAnswers } from './sheet-answers.ts'

const copies = [
  { path: '/report/sheet/page', words: 'sheet.make-page' },
  { path: '/report/sheet.pdf', words: 'sheet.make-pdf' },
  { path: '/report/sheet.txt', words: 'sheet.make-text' },
] as const

/** `without`: the page that shows the buttons does not offer itself. */
export const CopyButtons = ({ visit, answers, without }: { visit: Visit; answers: SheetAnswers; without?: string }) => (
  <div class="fb-noprint">
    <h2>{visit.say('sheet.copy-heading')}</h2>
    <p class="fb-note fb-now">{visit.say('sheet.copy-warning')}</p>
    <form method="post" action={addressIn(visit.language, '/report/sheet/page')} autocomplete="off">
      <HiddenFields fields={sheetFields(answers)} />
      <div class="fb-actions">
        {copies
          .filter(({ path }) => path !== without)
          .map(({ path, words }) => (
            <button
              type="submit"
              class="govuk-button govuk-button--secondary"
              formaction={addressIn(visit.language, path)}
            >
              {visit.say(words)}
            </button>
          ))}
      </div>
    </form>
  </div>
)
