// Who is on a case, by discipline.

import type { CaseView } from '../../../casework/index.ts'
import type { StaffVisit } from '../../route-table.ts'
import { Facts } from '../staff-page.tsx'
import { disciplineIn } from './case-words.ts'

export const TeamPart = ({ visit: { say }, view: { team } }: { visit: StaffVisit; view: CaseView }) => {
  const disciplines = [...new Set(team.map(({ discipline }) => discipline))]
  return (
    <section aria-labelledby="team">
      <h2 id="team">{say('cases.team')}</h2>
      {team.length === 0 ? <p>{say('cases.team.none')}</p> : null}
      <Facts
        facts={disciplines.map((discipline) => ({
          name: disciplineIn(say, discipline),
          value: (
            <ul class="fb-names">
              {team
                .filter((member) => member.discipline === discipline)
                .map(({ name }) => (
                  <li>{name}</li>
                ))}
            </ul>
          ),
        }))}
      />
    </section>
  )
}
