// The frame of staff pages: the public frame with the style sheet of staff, and the list of facts that many of them show.

import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { page, type PageParts } from '../parts/layout.tsx'

/** All of them load the one script of staff, so that each may be shown in the place of any other. */
export const staffPage = (parts: PageParts, status: ContentfulStatusCode = 200): Response | Promise<Response> =>
  page({ ...parts, sheet: 'staff.css', head: <StaffHead {...parts} /> }, status)

const StaffHead = ({ visit, head }: PageParts) => (
  <>
    <script type="module" src={visit.services.assets.address('staff.js')}></script>
    {head}
  </>
)

export type Fact = { readonly name: string; readonly value: Child }

export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="govuk-summary-list">
    {facts.map(({ name, value }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{name}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
      </div>
    ))}
  </dl>
)
