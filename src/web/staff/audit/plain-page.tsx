// Who looked, in plain words and on paper, for the child or a safe caregiver: a day, somebody of which profession, how often. It is
// read together with an advocate. The paper bears no name and no number: whoever finds it learns of no case.

import { isPlainReader, plainLog, preparePlainLog, type PlainReader, type ReadingDay } from '../../../access/index.ts'
import { dateIn } from '../../../reporting/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { databaseOf, nowOf } from '../people/asked.ts'
import { dayIn } from '../people/people-words.ts'
import { shellPage } from '../shell.tsx'
import { askedCase, casePath, shownZone } from './asked.ts'
import { numberIn } from './audit-words.ts'
import { chooserPage } from './plain-form.tsx'

export const plainForm: StaffHandler = async (visit) => {
  const id = askedCase(visit)
  return chooserPage(visit, { id, facts: await preparePlainLog(databaseOf(visit), visit.signedIn, id) })
}

export const plainPage: StaffHandler = async (visit) => {
  const id = askedCase(visit)
  const reader = (await readForm(visit)).one('reader')
  const [database, officer] = [databaseOf(visit), visit.signedIn]
  if (!isPlainReader(reader)) {
    const facts = await preparePlainLog(database, officer, id)
    return chooserPage(visit, { id, facts, error: 'audit.plain.choose' })
  }
  const made = await plainLog(database, officer, { id, reader, zone: shownZone })
  if (made.ok) return paper(visit, { id, reader, days: made.value })
  return chooserPage(visit, { id, facts: made.reason.facts, error: 'audit.plain.refused' })
}

type Paper = { readonly id: string; readonly reader: PlainReader; readonly days: readonly ReadingDay[] }

function paper(visit: StaffVisit, { id, reader, days }: Paper): Response | Promise<Response> {
  const { say, language } = visit
  const heading = say(`audit.plain.page.${reader}`)
  return shellPage({
    visit,
    title: say('audit.plain.title'),
    children: (
      <div class="fb-paper">
        <div class="fb-noprint">
          <p>
            <a href={addressIn(language, casePath(id))}>{say('audit.plain.again')}</a>
          </p>
          <p class="fb-note">
            {say('audit.plain.print')} {say('audit.plain.safe')}
          </p>
        </div>
        <h1>{heading}</h1>
        <p>{say(`audit.plain.page.${reader}.what`)}</p>
        <p>
          <strong>{say(`audit.plain.page.${reader}.together`)}</strong>
        </p>
        {days.length === 0 ? <p>{say('audit.plain.page.none')}</p> : <Days visit={visit} days={days} />}
        <p>{say(`audit.plain.page.${reader}.part`)}</p>
        <p class="fb-quiet">{say('audit.plain.page.made', { day: dayIn(visit, nowOf(visit)) })}</p>
      </div>
    ),
  })
}

const Days = ({ visit, days }: { visit: StaffVisit; days: readonly ReadingDay[] }) => {
  const { say, language } = visit
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption">{say('audit.plain.table')}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[say('audit.plain.day'), say('audit.plain.who'), say('audit.plain.times')].map((head) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {days.map(({ day, discipline, times }) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell fb-day">{dateIn(day, language)}</td>
            <td class="govuk-table__cell">{say(`audit.somebody.${discipline}`)}</td>
            <td class="govuk-table__cell">{timesIn(visit, times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function timesIn(visit: StaffVisit, times: number): string {
  if (times === 1) return visit.say('audit.plain.once')
  if (times === 2) return visit.say('audit.plain.twice')
  return visit.say('audit.plain.many', { times: numberIn(visit, times) })
}
