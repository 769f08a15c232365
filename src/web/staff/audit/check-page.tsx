// The check of the log, asked for by a button: how it ended, and what it found.

import { checkLog, longestCheck, type CheckOutcome, type LogProblem, type Verdict } from '../../../access/index.ts'
import { Problem } from '../../../shared/index.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { databaseOf, goTo } from '../people/asked.ts'
import { shellPage } from '../shell.tsx'
import { BackToAudit } from './audit-page.tsx'
import { numberIn } from './audit-words.ts'
import { ByCommand } from './state-of-log.tsx'

/** Opened by its address: the button stands on the first page. */
export const toAudit: StaffHandler = (visit) => goTo(visit, '/staff/audit')

export const checkNow: StaffHandler = async (visit) => {
  const { say } = visit
  const proof = visit.services.staff?.auditProof
  if (proof === undefined) throw new Problem('not-found')
  const checked = await checkLog({ database: databaseOf(visit), proof }, visit.signedIn)
  return shellPage({
    visit,
    title: say('audit.check.title'),
    children: (
      <>
        {checked.ok ? (
          <Outcome visit={visit} {...checked.value} />
        ) : (
          <>
            <h1>{say('audit.check.title')}</h1>
            <ByCommand why={say('audit.check.too-long', { most: numberIn(visit, longestCheck) })} />
          </>
        )}
        <BackToAudit visit={visit} />
      </>
    ),
  })
}

type OutcomeParts = { readonly visit: StaffVisit; readonly outcome: CheckOutcome; readonly verdict: Verdict }

const Outcome = ({ visit, outcome, verdict }: OutcomeParts) => {
  const { say } = visit
  const values = { entries: numberIn(visit, verdict.entries), covered: numberIn(visit, verdict.covered) }
  const what = say(`audit.check.${outcome}.what`, values)
  return (
    <>
      <h1>{say(`audit.check.${outcome}`)}</h1>
      {outcome === 'log-wrong' ? (
        <>
          <div class="fb-note fb-now">
            <p>{what}</p>
          </div>
          <Found visit={visit} problems={verdict.problems} more={verdict.more} />
        </>
      ) : (
        <p>{what}</p>
      )}
    </>
  )
}

type FoundParts = { readonly visit: StaffVisit; readonly problems: readonly LogProblem[]; readonly more: number }

const Found = ({ visit, problems, more }: FoundParts) => {
  const { say } = visit
  return (
    <>
      <h2>{say('audit.check.found')}</h2>
      <ul>
        {problems.map(({ kind, sequence }) => (
          <li>
            {sequence === null ? null : `${say('audit.problem.at', { sequence: numberIn(visit, sequence) })} `}
            {say(`audit.problem.${kind}`)}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p>{say('audit.check.more', { more: numberIn(visit, more) })}</p>}
    </>
  )
}
