// Check begins with three doors: a worried adult, a person who works with children, and a young person. The third leads
// to no checklist at all.

import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Handler } from '../route-table.ts'

const doors = ['/check/child', '/check/work', '/check/me'] as const

export const checkDoors: Handler = (visit) => {
  const { say, language } = visit
  return page({
    visit,
    title: say('check.title'),
    children: (
      <>
        <h1>{say('doors.heading')}</h1>
        <NowNote say={say} />
        <ul class="fb-cards">
          {doors.map((door) => (
            <li>
              <a href={addressIn(language, door)}>
                <strong>{say(`door${door}`)}</strong>
                <span>{say(`door${door}.what`)}</span>
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a href={addressIn(language, '/report')}>{say('check.straight-to-report')}</a>
        </p>
      </>
    ),
  })
}
