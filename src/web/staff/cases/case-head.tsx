// The head of a case: its number, its states in words, the days, and the banner while it is read in an emergency.

import type { CaseView } from '../../../casework/index.ts'
import type { MessageKey, Say } from '../../../knowledge/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { dayIn, timeIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'

export const CaseHead = ({ visit, view }: { visit: StaffVisit; view: CaseView }) => {
  const { say } = visit
  const { number, openedOn, closedOn, onTeam, glassUntil } = view
  return (
    <>
      <h1>{say('cases.case.number', { number })}</h1>
      {onTeam || glassUntil === undefined ? null : (
        <div class="fb-note fb-now">
          <p>{say('cases.glass', { time: timeIn(visit, glassUntil, caseworkOf(visit).zone) })}</p>
        </div>
      )}
      <p class="fb-states">
        <StateTags say={say} view={view} />{' '}
        <span class="fb-quiet">
          {say('cases.opened')}: {dayIn(visit, openedOn)}
          {closedOn === null ? null : `. ${say('cases.closed-on')}: ${dayIn(visit, closedOn)}`}
        </span>
      </p>
    </>
  )
}

export const StateTags = ({ say, view }: { say: Say; view: CaseView }) => (
  <>
    {view.closedOn === null ? (
      <strong class="govuk-tag govuk-tag--green">{say('cases.state.open')}</strong>
    ) : (
      <strong class="govuk-tag govuk-tag--grey">{say('cases.state.closed')}</strong>
    )}{' '}
    {view.sealed ? <strong class="govuk-tag govuk-tag--purple">{say('cases.state.sealed')}</strong> : null}{' '}
    {view.legalHold ? <strong class="govuk-tag govuk-tag--orange">{say('cases.state.hold')}</strong> : null}
  </>
)

const parts: readonly (readonly [string, MessageKey])[] = [
  ['child', 'cases.child'],
  ['caregivers', 'cases.caregivers'],
  ['tasks', 'cases.tasks'],
  ['team', 'cases.team'],
  ['ways', 'cases.ways'],
  ['notes', 'cases.notes'],
]

export const PartLinks = ({ say }: { say: Say }) => (
  <nav class="fb-parts" aria-label={say('cases.parts')}>
    <ul class="fb-nav">
      {parts.map(([id, words]) => (
        <li>
          <a href={`#${id}`}>{say(words)}</a>
        </li>
      ))}
    </ul>
  </nav>
)
