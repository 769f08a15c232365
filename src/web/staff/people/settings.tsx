// The settings: what this center is, where its data lies, and what has to be kept safe. Read only; what can be changed is set
// where the service is started.

import { seeSettings } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { databaseOf } from './asked.ts'

export const settingsPage: StaffHandler = async (visit) => {
  const { say } = visit
  const [center, health] = [await seeSettings(databaseOf(visit), visit.signedIn), await visit.services.health()]
  const kind = health.kind === 'server' ? 'server' : 'embedded'
  return shellPage({
    visit,
    title: say('people.settings.title'),
    children: (
      <>
        <h1>{say('people.settings.title')}</h1>
        <h2>{say('people.settings.center')}</h2>
        <Facts
          facts={[
            { name: say('people.settings.name'), value: center.name },
            { name: say('people.settings.host'), value: center.host ?? say('people.settings.host.any') },
            {
              name: say('people.settings.address'),
              value: visit.services.origin ?? say('people.settings.address.none'),
            },
            { name: say('people.settings.version'), value: visit.services.version },
          ]}
        />
        <p class="fb-quiet">{say('people.settings.read-only')}</p>
        <h2>{say('people.settings.data')}</h2>
        <p>
          <strong>{say(`people.settings.database.${kind}`)}</strong> {say(`people.settings.database.${kind}.what`)}
        </p>
        <p>{say('people.settings.migration', { level: health.migration ?? say('people.never') })}</p>
        <Keys visit={visit} />
      </>
    ),
  })
}

const Keys = ({ visit: { say, language } }: { visit: StaffVisit }) => (
  <>
    <h2>{say('people.settings.keys')}</h2>
    <p>{say('people.settings.keys.what')}</p>
    <p class="fb-note fb-now">{say('people.settings.keys.lost')}</p>
    <h2>{say('people.settings.backup')}</h2>
    <p>{say('people.settings.backup.what')}</p>
    <ul>
      <li>
        <code>bin/footbridge backup FILE</code> {say('people.settings.backup.data')}
      </li>
      <li>
        <code>bin/footbridge backup-keys FILE</code> {say('people.settings.backup.keys')}
      </li>
    </ul>
    <p>{say('people.settings.backup.apart')}</p>
    <h2>{say('people.settings.more')}</h2>
    <ul class="fb-ways">
      <li>
        <a href={addressIn(language, '/staff/people/review')}>{say('people.review.title')}</a>
      </li>
      <li>
        <a href={addressIn(language, '/staff/people/permissions')}>{say('people.permissions.title')}</a>
      </li>
      <li>
        <a href={addressIn(language, '/about')}>{say('footer.about')}</a>
      </li>
    </ul>
  </>
)
