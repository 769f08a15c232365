// The first page: three ways in, said in one glance, with the way to help first.

import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Handler } from '../route-table.ts'

const ways = ['/check', '/report', '/learn/tonight', '/check/me', '/learn', '/learn/what-you-can-do'] as const

export const homePage: Handler = (visit) => {
  const { say, language } = visit
  return page({
    visit,
    title: say('home.title'),
    children: (
      <>
        <h1>{say('home.heading')}</h1>
        <p class="fb-lead">{say('home.lead')}</p>
        <NowNote say={say} />
        <ul class="fb-cards">
          {ways.map((path) => (
            <li>
              <a href={addressIn(language, path)}>
                <strong>{say(`home.way${path}`)}</strong>
                <span>{say(`home.way${path}.what`)}</span>
              </a>
            </li>
          ))}
        </ul>
        <p>{say('home.proof')}</p>
        <p class="fb-quiet">{say('home.kept')}</p>
      </>
    ),
  })
}
