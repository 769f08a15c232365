// A page of one's own account that asks one thing, and leads back to the account.

import type { Child } from 'hono/jsx'

import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'

type OwnParts = {
  readonly visit: StaffVisit
  readonly title: string
  readonly errors?: FieldErrors
  readonly children?: Child
}

export const ownPage = ({ visit, title, errors = {}, children }: OwnParts) =>
  shellPage(
    {
      visit,
      title,
      children: (
        <>
          <ErrorSummary title={visit.say('account.put-right')} errors={errors} />
          <h1>{title}</h1>
          {children}
          <p class="fb-noprint">
            <a href={addressIn(visit.language, '/staff/account')}>{visit.say('account.back')}</a>
          </p>
        </>
      ),
    },
    Object.keys(errors).length === 0 ? 200 : 422,
  )
