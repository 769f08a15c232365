// The state of the log: how long it is, what was signed last, how the last check ended, and the way to check it now.

import type { LogState } from '../../../access/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { momentIn, numberIn } from './audit-words.ts'

export const StateOfLog = ({ visit, state }: { visit: StaffVisit; state: LogState }) => {
  const { say } = visit
  return (
    <>
      <h2>{say('audit.state')}</h2>
      <Facts
        facts={[
          { name: say('audit.state.entries'), value: entriesIn(visit, state) },
          { name: say('audit.state.checkpoint'), value: checkpointIn(visit, state) },
          { name: say('audit.state.check'), value: lastCheckIn(visit, state) },
        ]}
      />
      {visit.services.staff?.auditProof === undefined ? (
        <ByCommand why={say('audit.check.elsewhere')} />
      ) : (
        <StaffForm visit={visit} action="/staff/audit/check">
          <p>{say('audit.check.what')}</p>
          <button type="submit" class="govuk-button govuk-button--secondary">
            {say('audit.check')}
          </button>
        </StaffForm>
      )}
    </>
  )
}

export const ByCommand = ({ why }: { why: string }) => (
  <p>
    {why} <code>bin/footbridge audit verify</code>
  </p>
)

function entriesIn(visit: StaffVisit, { entries, waiting }: LogState): string {
  const shown = numberIn(visit, entries)
  if (waiting === 0) return shown
  return visit.say('audit.state.entries.waiting', { entries: shown, waiting: numberIn(visit, waiting) })
}

function checkpointIn(visit: StaffVisit, { checkpoint }: LogState): string {
  if (checkpoint === undefined) return visit.say('audit.state.checkpoint.none')
  const { at, size } = checkpoint
  return visit.say('audit.state.checkpoint.at', { at: momentIn(visit, at), size: numberIn(visit, size) })
}

function lastCheckIn(visit: StaffVisit, { lastCheck }: LogState): string {
  const { say } = visit
  if (lastCheck === undefined) return say('audit.state.check.none')
  const { at, outcome } = lastCheck
  return say('audit.state.check.at', { at: momentIn(visit, at), outcome: say(`audit.outcome.${outcome}`) })
}
