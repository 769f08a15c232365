// The duty to report in one place, in words: always "Report now" first, hours as an outer limit for professionals only.

import type { Say } from '../../knowledge/index.ts'
import type { DutyText } from '../../reporting/index.ts'
import { SourceLink } from './source-link.tsx'

export const DutyPart = ({ duty, say }: { duty: DutyText; say: Say }) => (
  <>
    <h2>{say('duty.heading')}</h2>
    <p>
      <strong>{duty.text}</strong> {duty.who}
    </p>
    {duty.outer_limit === null ? null : (
      <div class="fb-note">
        <p>{duty.outer_limit.first}</p>
        {duty.outer_limit.written === null ? null : <p>{duty.outer_limit.written}</p>}
        <p>{duty.outer_limit.review}</p>
        <p>{say('duty.yourself')}</p>
      </div>
    )}
    <p class="fb-quiet">
      {say('duty.statute', { statute: duty.statute })}{' '}
      {duty.confidence === 'two-sources' ? say('duty.two-sources') : say('duty.one-source')}{' '}
      <SourceLink address={duty.source.address} say={say} />
    </p>
  </>
)
