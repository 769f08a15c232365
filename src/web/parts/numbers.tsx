// The lines that anybody can call, as links: they stand on every page that says that something did not work, so that a
// fault never hides help.

import { linesForAll } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { PhoneLink } from './phone-link.tsx'

export const Numbers = ({ visit: { say, language, services } }: { visit: Visit }) => (
  <>
    <h2>{say('numbers.heading')}</h2>
    <ul>
      {linesForAll(services.directory, { language, say, now: services.clock() }).map((line) => (
        <li>
          <strong>{line.name}</strong>
          <ul class="fb-phones">
            {line.phones.map(({ number, label }) => (
              <li>
                <PhoneLink number={number} large />
                <span class="fb-label">{label}</span>
              </li>
            ))}
          </ul>
          <p>{line.for}</p>
          <p class="fb-quiet">{line.note}</p>
        </li>
      ))}
    </ul>
  </>
)
