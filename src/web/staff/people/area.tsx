// What pages about people have in common: the pages of the area, the way on to the next page, what was just done.

import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { mayManage } from './asked.ts'

type Place = { readonly path: string; readonly words: MessageKey; readonly manage: boolean }

const places: readonly Place[] = [
  { path: '/staff/people', words: 'people.nav.people', manage: false },
  { path: '/staff/people/agencies', words: 'people.nav.agencies', manage: false },
  { path: '/staff/people/permissions', words: 'people.nav.permissions', manage: false },
  { path: '/staff/people/review', words: 'people.nav.review', manage: true },
]

export const AreaNavigation = ({ visit }: { visit: StaffVisit }) => (
  <nav class="fb-area" aria-label={visit.say('people.title')}>
    <ul class="fb-nav">
      {places
        .filter(({ manage }) => !manage || mayManage(visit))
        .map(({ path, words }) => (
          <li>
            <a href={addressIn(visit.language, path)} aria-current={visit.path === path ? 'page' : undefined}>
              {visit.say(words)}
            </a>
          </li>
        ))}
    </ul>
  </nav>
)

/** `query`: what the next page keeps of this one. */
export const NextPage = ({
  visit,
  next,
  query = {},
}: {
  visit: StaffVisit
  next: string | null
  query?: Readonly<Record<string, string>>
}) =>
  next === null ? null : (
    <p>
      <a
        class="govuk-button govuk-button--secondary"
        href={`${addressIn(visit.language, visit.path)}?${new URLSearchParams({ ...query, after: next }).toString()}`}
      >
        {visit.say('people.more')}
      </a>
    </p>
  )

const done = ['changed', 'roles', 'cancelled', 'ended', 'confirmed', 'agency'] as const

/** What a form did, after its 303: the address says which, never about whom. */
export const DoneNote = ({ visit: { request, say } }: { visit: StaffVisit }) => {
  const what = done.find((one) => one === request.req.query('done'))
  return what === undefined ? null : (
    <div class="fb-note" role="status">
      <p>{say(`people.done.${what}`)}</p>
    </div>
  )
}
