// Where the script shows what it found: the note with marks, the findings in two groups, and what a person confirmed. The duty
// that a confirmation may start is said before there is anything to confirm.

import { addressIn } from '../../parts/address.ts'
import type { Visit } from '../../route-table.ts'

export const ScanResult = ({ visit }: { visit: Visit }) => {
  const { say } = visit
  return (
    <div id="scan-result" hidden>
      <h2 id="scan-heading" tabindex={-1}>
        {say('scan.result')}
      </h2>
      <p id="scan-nothing">
        {say('scan.nothing')} <NewTab visit={visit} path="/check/work" words={say('scan.check-new-tab')} />
      </p>
      <p id="scan-dense" class="fb-note">
        {say('scan.dense')}
      </p>
      <div id="scan-found">
        <p>{say('scan.means')}</p>
        <h3>{say('scan.shown')}</h3>
        <p class="fb-quiet">{say('scan.shown.key')}</p>
        <div id="scan-shown" class="fb-shown"></div>
        <h3 id="scan-counts">{say('scan.counts')}</h3>
        <div class="fb-note fb-now">
          <p id="scan-duty">
            <strong>{say('scan.duty')}</strong>
          </p>
          <p>
            <NewTab visit={visit} path="/report" words={say('scan.duty.call')} />
            <br />
            <NewTab visit={visit} path="/learn/agency-duties" words={say('scan.duty.agencies')} />
          </p>
        </div>
        <p id="scan-counts-none">{say('scan.counts.none')}</p>
        <ol id="scan-counting" class="fb-findings" aria-labelledby="scan-counts"></ol>
        <div id="scan-others">
          <h3 id="scan-counts-not">{say('scan.counts-not')}</h3>
          <p>
            {say('scan.counts-not.lead')} <NewTab visit={visit} path="/check/work" words={say('scan.check-new-tab')} />
          </p>
          <ol id="scan-not-counting" class="fb-findings" aria-labelledby="scan-counts-not"></ol>
        </div>
        <Observations visit={visit} />
      </div>
    </div>
  )
}

/** Another tab, so that what was decided here is still there afterwards. */
const NewTab = ({ visit: { language }, path, words }: { visit: Visit; path: string; words: string }) => (
  <a href={addressIn(language, path)} target="_blank" rel="noopener">
    {words}
  </a>
)

const Observations = ({ visit: { say } }: { visit: Visit }) => (
  <>
    <h3 id="scan-observations-heading">{say('scan.observations')}</h3>
    <p id="scan-observations-none">{say('scan.observations.none')}</p>
    <div id="scan-observations" hidden>
      <p>{say('scan.observations.lead')}</p>
      <ul aria-labelledby="scan-observations-heading"></ul>
      <div class="fb-actions">
        <button type="button" class="govuk-button" data-do="download">
          {say('scan.download')}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" data-do="copy">
          {say('scan.copy')}
        </button>
      </div>
      <p id="scan-copied" role="status"></p>
    </div>
  </>
)
