// Where a page's facts come from, when it was read last, and who outside the project has read it.

import type { Page, Say } from '../../knowledge/index.ts'

type ProvenanceParts = {
  readonly say: Say
  readonly page: Pick<Page, 'sources' | 'last_reviewed' | 'reviewed_by'>
}

export const Provenance = ({ say, page: { sources, last_reviewed, reviewed_by } }: ProvenanceParts) => (
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
