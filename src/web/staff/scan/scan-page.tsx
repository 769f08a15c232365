// Reading a note for warning signs. The engine and the lexicon run in the browser, so that the note never leaves it: this page
// only brings the field, the words and the empty parts that the script fills (client/scan/). Without script it says so.

import { addressIn } from '../../parts/address.ts'
import { SelectField, TextArea } from '../../parts/fields.tsx'
import type { Handler, Visit } from '../../route-table.ts'
import { staffPage } from '../staff-page.tsx'
import { ScanParts } from './scan-parts.tsx'
import { ScanResult } from './scan-result.tsx'

export const scanPage: Handler = (visit) => {
  const { say, services } = visit
  const { address } = services.assets
  return staffPage({
    visit,
    title: say('scan.title'),
    head: (
      <>
        <link rel="stylesheet" href={address('scan.css')} />
        <script type="module" src={address('scan.js')}></script>
      </>
    ),
    children: (
      <>
        <h1>{say('scan.heading')}</h1>
        <p class="fb-lead">{say('scan.lead')}</p>
        <NoScript visit={visit} />
        <div id="scan" data-worker={address('scan-worker.js')} data-lexicon={address('lexicon.json')} hidden>
          <NoteField visit={visit} />
          <p id="scan-told" role="status"></p>
          <ScanResult visit={visit} />
          <ScanParts visit={visit} />
        </div>
      </>
    ),
  })
}

/** Shown until the script has started: it also speaks where the script was not let in. */
const NoScript = ({ visit: { say, language } }: { visit: Visit }) => (
  <div id="scan-off" class="fb-note">
    <p>{say('scan.needs-script')}</p>
    <p>
      {say('scan.needs-script.instead')} <a href={addressIn(language, '/check/work')}>{say('scan.to-check')}</a>
    </p>
  </div>
)

/** In no form: there is nothing that could ever be sent, by no key and by no fault of a script. */
const NoteField = ({ visit: { say } }: { visit: Visit }) => (
  <>
    <p class="fb-note">{say('scan.stays')}</p>
    <TextArea name="note" label={say('scan.note')} hint={say('scan.note.hint')} rows={10} />
    <SelectField
      name="note-language"
      label={say('scan.language')}
      choices={(['detect', 'en', 'es'] as const).map((value) => ({ value, label: say(`scan.language.${value}`) }))}
    />
    <div class="fb-actions">
      <button type="button" class="govuk-button" data-do="read">
        {say('scan.read')}
      </button>
      <button type="button" class="govuk-button govuk-button--secondary" data-do="clear">
        {say('scan.clear')}
      </button>
    </div>
  </>
)
