// What the result of the check adds for a person who works with children: how to write it down, and the duty to report
// where they work, with its time limits.

import { dutyText, type JurisdictionCode } from '../../reporting/index.ts'
import { addressIn } from '../parts/address.ts'
import { DutyPart } from '../parts/duty.tsx'
import { HiddenFields } from '../parts/fields.tsx'
import { StateField } from '../parts/state-field.tsx'
import type { Visit } from '../route-table.ts'
import type { CheckAnswers } from './check.tsx'

export const ForWork = ({ visit, answers }: { visit: Visit; answers: CheckAnswers }) => {
  const { say } = visit
  return (
    <>
      <h2>{say('result.work.heading')}</h2>
      <ul>
        <li>{say('result.work.words')}</li>
        <li>{say('result.work.when')}</li>
        <li>{say('result.work.seen')}</li>
        <li>{say('result.work.yourself')}</li>
      </ul>
      {answers.state === null ? (
        <AskState visit={visit} answers={answers} />
      ) : (
        <Duty visit={visit} state={answers.state} />
      )}
    </>
  )
}

const Duty = ({ visit: { say, language, services }, state }: { visit: Visit; state: JurisdictionCode }) => (
  <DutyPart
    duty={dutyText({ jurisdiction: state, audience: 'professional' }, services.directory, { language, say })}
    say={say}
  />
)

const AskState = ({ visit, answers }: { visit: Visit; answers: CheckAnswers }) => (
  <form class="fb-noprint" method="post" action={addressIn(visit.language, '/check/work')} autocomplete="off">
    <HiddenFields fields={{ noticed: answers.noticed }} />
    <StateField
      visit={visit}
      label={visit.say('result.work.state')}
      value={null}
      hint={visit.say('result.work.no-state')}
    />
    <button type="submit" class="govuk-button govuk-button--secondary">
      {visit.say('result.work.show')}
    </button>
  </form>
)
