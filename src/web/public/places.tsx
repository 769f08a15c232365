// In a copy of the site as plain files: all 56 places as a list, and a page for each with whom to call there while nothing
// else is known. No form can ask for the place in a copy, so these keep it from being a dead end. The service has no such
// pages: there the place is an answer, and an answer is never in an address.

import { isJurisdiction, jurisdictionCodes } from '../../reporting/index.ts'
import { Problem } from '../../shared/index.ts'
import { addressIn } from '../parts/address.ts'
import { placesPath } from '../parts/copy.ts'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { Numbers } from '../parts/numbers.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { emptyAnswers } from './report-answers.ts'
import { WhomToCall } from './whom-to-call.tsx'

export const placesPage: Handler = (visit) => {
  requireCopy(visit)
  return listOfPlaces(visit)
}

export const placePage: Handler = (visit) => {
  requireCopy(visit)
  const place = visit.request.req.param('page') ?? ''
  if (!isJurisdiction(place)) throw new Problem('not-found')
  const question = { jurisdiction: place, situations: [], audience: 'public' } as const
  return page({
    visit,
    title: visit.say('whom.title'),
    children: <WhomToCall visit={visit} question={question} answers={{ ...emptyAnswers, state: place }} />,
  })
}

function requireCopy({ services }: Visit): void {
  if (services.copy === null) throw new Problem('not-found')
}

export function listOfPlaces(visit: Visit): Response | Promise<Response> {
  const { say } = visit
  return page({
    visit,
    title: say('report.title'),
    children: (
      <>
        <h1>{say('report.heading')}</h1>
        <p class="fb-lead">{say('places.lead')}</p>
        <NowNote say={say} />
        <h2>{say('report.place')}</h2>
        <p>{say('report.place.hint')}</p>
        <Places visit={visit} />
        <Numbers visit={visit} />
      </>
    ),
  })
}

const Places = ({ visit: { language, services } }: { visit: Visit }) => {
  const byName = new Intl.Collator(language)
  const places = jurisdictionCodes
    .map((code) => ({ code, name: services.directory.names[code][language] }))
    .sort((one, other) => byName.compare(one.name, other.name))
  return (
    <ul class="fb-places">
      {places.map(({ code, name }) => (
        <li>
          <a href={addressIn(language, `${placesPath}/${code}`)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
