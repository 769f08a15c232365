// Where a page's facts come from, when it was read last, and who outside the project has read it: stands below every text
// of content/.

import type { Provenance, Say } from '../../knowledge/index.ts'

export const ProvenanceNote = ({ say, of: { sources, last_reviewed, reviewed_by } }: { say: Say; of: Provenance }) => (
  <div class="fb-signs fb-noprint">
    <details>
      <summary>{say('page.provenance')}</summary>
      <p>
        {say('page.last-reviewed', { date: last_reviewed })}{' '}
        {reviewed_by.length === 0
          ? say('page.reviewed-by-nobody')
          : say('page.reviewed-by', { who: reviewed_by.map((who) => say(`reviewer.${who}`)).join(', ') })}
      </p>
      <ul>
        {sources.map(({ name, address, date }) => (
          <li>
            {address === null ? (
              name
            ) : (
              <a href={address} rel="noreferrer">
                {name}
              </a>
            )}
            {date === null ? null : ` (${date})`}
          </li>
        ))}
      </ul>
    </details>
  </div>
)
