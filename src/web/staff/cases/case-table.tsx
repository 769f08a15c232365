// A list of cases: number, initials, days, and what comes next. On a narrow screen each row becomes a card; the roles keep it a
// table for whoever hears it.

import type { CaseSummary } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { casePath } from './asked.ts'
import { dayIn, kindIn, stateClass } from './case-words.ts'

type TableParts = { readonly visit: StaffVisit; readonly caption: string; readonly cases: readonly CaseSummary[] }

const columns = ['cases.number', 'cases.child.initials', 'cases.opened', 'cases.closed-on', 'cases.next'] as const

export const CaseTable = ({ visit, caption, cases }: TableParts) => (
  <table class="govuk-table fb-cases" role="table">
    <caption class="govuk-table__caption fb-heard">{caption}</caption>
    <thead class="govuk-table__head" role="rowgroup">
      <tr role="row">
        {columns.map((words) => (
          <th scope="col" role="columnheader" class="govuk-table__header">
            {visit.say(words)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body" role="rowgroup">
      {cases.map((one) => (
        <Row visit={visit} one={one} />
      ))}
    </tbody>
  </table>
)

const Row = ({ visit, one }: { visit: StaffVisit; one: CaseSummary }) => {
  const { say, language } = visit
  return (
    <tr class="govuk-table__row" role="row">
      <th scope="row" role="rowheader" class="govuk-table__header">
        <a href={addressIn(language, casePath(one.id))}>{one.number}</a>
      </th>
      <td role="cell" class="govuk-table__cell" data-name={say('cases.child.initials')}>
        {one.initials ?? say('cases.erased')}
      </td>
      <td role="cell" class="govuk-table__cell" data-name={say('cases.opened')}>
        {dayIn(visit, one.openedOn)}
      </td>
      <td role="cell" class="govuk-table__cell" data-name={say('cases.closed-on')}>
        {one.closedOn === null ? say('cases.open') : dayIn(visit, one.closedOn)}
      </td>
      <td role="cell" class="govuk-table__cell" data-name={say('cases.next')}>
        <NextTask visit={visit} next={one.nextTask} />
      </td>
    </tr>
  )
}

const NextTask = ({ visit, next }: { visit: StaffVisit; next: CaseSummary['nextTask'] }) => {
  const { say } = visit
  if (next === undefined) return <span class="fb-quiet">{say('cases.next.none')}</span>
  return (
    <span>
      {kindIn(say, next.kind)}, {dayIn(visit, next.dueOn)}{' '}
      <strong class={stateClass(next.state)}>{say(`cases.task.${next.state}`)}</strong>
    </span>
  )
}
