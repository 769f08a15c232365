// What this person may do on this case, and nothing else: a way that the rules refuse is not shown.

import type { CaseAction, CaseView } from '../../../casework/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { casePath } from './asked.ts'

type Way = { readonly path: string; readonly words: MessageKey; readonly open: boolean }

export const Ways = ({ visit, view }: { visit: StaffVisit; view: CaseView }) => {
  const { say, language } = visit
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{say('cases.ways')}</h2>
      {view.may.some((action) => action !== 'see' && action !== 'reveal') ? null : <p>{say('cases.ways.none')}</p>}
      <ul class="fb-ways">
        {waysOf(view)
          .filter(({ open }) => open)
          .map(({ path, words }) => (
            <li>
              <a href={addressIn(language, casePath(view.id, path))}>{say(words)}</a>
            </li>
          ))}
      </ul>
    </section>
  )
}

function waysOf({ may, closedOn, onTeam }: CaseView): readonly Way[] {
  const can = (action: CaseAction): boolean => may.includes(action)
  const closed = closedOn !== null
  return [
    { path: '/caregiver', words: 'cases.way.caregiver', open: can('change') && !closed },
    { path: '/team', words: 'cases.way.team', open: can('team') },
    { path: '/state', words: closed ? 'cases.way.reopen' : 'cases.way.close', open: can('change') },
    { path: '/seal', words: 'cases.way.seal', open: can('seal') },
    { path: '/merge', words: 'cases.way.merge', open: can('merge') },
    { path: '/conflict', words: 'cases.way.conflict', open: can('see') },
    { path: '/leave', words: 'cases.way.leave', open: onTeam },
  ]
}
