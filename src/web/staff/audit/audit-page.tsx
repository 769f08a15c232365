// The first page of the audit: alerts, the way to one case by its exact number, and the state of the log.

import type { Child } from 'hono/jsx'

import { findRecord, listAlerts, logState, type Alert } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { databaseOf, goTo } from '../people/asked.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { casePath, personPath } from './asked.ts'
import { momentIn } from './audit-words.ts'
import { StateOfLog } from './state-of-log.tsx'

export const auditPage: StaffHandler = async (visit) => {
  const { say } = visit
  // Before the alerts: looking at them is an entry, which waits for its place.
  const state = await logState(databaseOf(visit), visit.signedIn)
  const alerts = await listAlerts(databaseOf(visit), visit.signedIn)
  return withSearch(
    visit,
    {},
    <>
      <h2>{say('audit.alerts')}</h2>
      {alerts.length === 0 ? <p>{say('audit.alerts.none')}</p> : <Alerts visit={visit} alerts={alerts} />}
      <StateOfLog visit={visit} state={state} />
    </>,
  )
}

/** Nothing typed, a number that is not there and one that may not be asked for come back; the latter two are alike. */
export const findCase: StaffHandler = async (visit) => {
  const { say } = visit
  const number = (await readForm(visit)).one('number')
  const found = await findRecord(databaseOf(visit), visit.signedIn, number)
  if (found !== undefined) return goTo(visit, casePath(found))
  return withSearch(visit, { number: say(number.trim() === '' ? 'audit.search.empty' : 'audit.search.none') }, null)
}

function withSearch(visit: StaffVisit, errors: FieldErrors, rest: Child): Response | Promise<Response> {
  const { say } = visit
  const failed = Object.keys(errors).length > 0
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('audit.title')}</h1>
      <p class="fb-lead">{say('audit.lead')}</p>
      <h2>{say('audit.search')}</h2>
      <StaffForm visit={visit} action="/staff/audit">
        <TextField
          name="number"
          label={say('audit.search.number')}
          hint={say('audit.search.number.hint', { example: '2026-0042' })}
          width={10}
          maxlength={20}
          error={errors['number']}
        />
        <button type="submit" class="govuk-button">
          {say('audit.search.submit')}
        </button>
      </StaffForm>
      {failed ? <BackToAudit visit={visit} /> : rest}
    </>
  )
  return shellPage({ visit, title: say('audit.title'), children }, failed ? 400 : 200)
}

export const BackToAudit = ({ visit: { say, language } }: { visit: StaffVisit }) => (
  <p class="fb-noprint">
    <a href={addressIn(language, '/staff/audit')}>{say('audit.back')}</a>
  </p>
)

const Alerts = ({ visit, alerts }: { visit: StaffVisit; alerts: readonly Alert[] }) => (
  <ul class="fb-alerts">
    {alerts.map((alert) => (
      <AlertItem visit={visit} alert={alert} />
    ))}
  </ul>
)

const AlertItem = ({ visit, alert }: { visit: StaffVisit; alert: Alert }) => {
  const { say, language } = visit
  const { at, person, number } = alert
  return (
    <li>
      <p>
        <strong>{sentenceOf(visit, alert)}</strong>
      </p>
      <p class="fb-quiet">
        <time datetime={at.toISOString()}>{momentIn(visit, at)}</time>
      </p>
      {adviceOf(visit, alert)}
      <ul class="fb-ways">
        {number === null || alert.case === null ? null : (
          <li>
            <a href={addressIn(language, casePath(alert.case))}>{say('audit.alert.case', { number })}</a>
          </li>
        )}
        {person === null ? null : (
          <li>
            <a href={addressIn(language, personPath(person))}>{say('audit.alert.person')}</a>
          </li>
        )}
      </ul>
    </li>
  )
}

function sentenceOf({ say }: StaffVisit, { reason, name }: Alert): string {
  const values = { name: name ?? say('audit.service') }
  if (reason === 'unusual-reading' || reason === 'glass-broken') return say(`audit.alert.${reason}`, values)
  return say('audit.alert.other', values)
}

function adviceOf({ say }: StaffVisit, { reason, number }: Alert) {
  if (reason === 'unusual-reading') return <p>{say('audit.alert.unusual-reading.what')}</p>
  if (reason !== 'glass-broken') return null
  return <p>{say(number === null ? 'audit.alert.glass-broken.hidden' : 'audit.alert.glass-broken.what')}</p>
}
