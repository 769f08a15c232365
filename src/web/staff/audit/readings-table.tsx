// The table of entries that pages of the audit share, and the way on to the next fifty. On a phone each row is a card.

import type { Child } from 'hono/jsx'

import type { Reading, ReadingPage } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { afterText } from './asked.ts'
import { fieldsIn, momentIn, whatIn } from './audit-words.ts'

/** The one column that differs: who it was, or which case. */
export type Besides = { readonly head: string; readonly cell: (reading: Reading) => Child }

type TableParts = {
  readonly visit: StaffVisit
  readonly page: ReadingPage
  readonly besides: Besides
  readonly empty: string
}

export const ReadingsTable = ({ visit, page: { readings, next }, besides, empty }: TableParts) => {
  const { say, language } = visit
  if (readings.length === 0) return <p>{empty}</p>
  return (
    <>
      <table class="govuk-table fb-people fb-log" role="table">
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            {[say('audit.table.when'), besides.head, say('audit.table.what'), say('audit.table.fields')].map((head) => (
              <th scope="col" role="columnheader" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          {readings.map((reading) => (
            <Row visit={visit} reading={reading} besides={besides} />
          ))}
        </tbody>
      </table>
      {next === undefined ? null : (
        <p>
          <a
            class="govuk-button govuk-button--secondary"
            href={`${addressIn(language, visit.path)}?${new URLSearchParams({ after: afterText(next) }).toString()}`}
          >
            {say('audit.table.next')}
          </a>
        </p>
      )}
    </>
  )
}

type RowParts = { readonly visit: StaffVisit; readonly reading: Reading; readonly besides: Besides }

const Row = ({ visit, reading, besides }: RowParts) => {
  const { say } = visit
  const { at, fields } = reading
  return (
    <tr class="govuk-table__row" role="row">
      <th scope="row" role="rowheader" class="govuk-table__header">
        <time datetime={at.toISOString()}>{momentIn(visit, at)}</time>
      </th>
      <td role="cell" class="govuk-table__cell">
        {besides.cell(reading)}
      </td>
      <td role="cell" class="govuk-table__cell">
        {whatIn(say, reading)}
      </td>
      <td role="cell" class="govuk-table__cell">
        {fields.length === 0 ? null : (
          <>
            <span class="fb-narrow-label">{say('audit.table.fields')}: </span>
            {fieldsIn(visit, fields)}
          </>
        )}
      </td>
    </tr>
  )
}
