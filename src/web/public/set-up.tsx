// The page behind the one-time link that the service prints while no account exists. Accounts come with a later version.

import { page } from '../parts/layout.tsx'
import type { Handler } from '../route-table.ts'

export const setUpPage: Handler = (visit) => {
  const { say } = visit
  return page({
    visit,
    title: say('set-up.title'),
    children: (
      <>
        <h1>{say('set-up.heading')}</h1>
        <p class="fb-lead">{say('set-up.lead')}</p>
        <p>{say('set-up.next')}</p>
      </>
    ),
  })
}
