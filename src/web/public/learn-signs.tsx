// The indicators that belong to a page of Learn, each folded: what it may look like, what else it may mean, what to do.

import type { Indicator, IndicatorCode, IndicatorRole } from '../../knowledge/index.ts'
import { evidenceSentence } from '../parts/evidence.ts'
import type { Visit } from '../route-table.ts'

/** The roles of the indicators that a page explains. */
export const explains: Readonly<Record<string, readonly IndicatorRole[]>> = {
  'what-it-is': ['definition'],
  'who-is-at-risk': ['vulnerability', 'risk'],
  where: ['place'],
  'promises-and-threats': ['lure', 'control'],
  signs: ['sign'],
}

/** These lists are long: why each matters is said by the check, so that the page stays light for a slow phone. */
const longLists: ReadonlySet<IndicatorRole> = new Set(['sign', 'risk', 'vulnerability'])

const Meaning = ({ visit, code, brief }: { visit: Visit; code: IndicatorCode; brief: boolean }) => {
  const { explanations, evidence } = visit.services.content
  return (
    <p>
      {brief ? '' : `${explanations[visit.language][code].what} `}
      {evidenceSentence(visit.say, evidence[code].class)}
    </p>
  )
}

export const Signs = ({ visit, roles }: { visit: Visit; roles: readonly IndicatorRole[] }) => {
  const { indicators, explanations } = visit.services.content
  const has = (role: IndicatorRole) => (indicator: Indicator) => indicator.roles.includes(role)
  return (
    <>
      {roles.map((role) => (
        <>
          <h2>{visit.say(`role.${role}`)}</h2>
          <div class="fb-signs">
            {indicators.filter(has(role)).map(({ code }) => (
              <details>
                <summary>{explanations[visit.language][code].name}</summary>
                <Meaning visit={visit} code={code} brief={longLists.has(role)} />
                <dl>
                  <dt>{visit.say('sign.looks-like')}</dt>
                  <dd>{explanations[visit.language][code].looks_like}</dd>
                  <dt>{visit.say('sign.may-also-mean')}</dt>
                  <dd>{explanations[visit.language][code].may_also_mean}</dd>
                  <dt>{visit.say('sign.do')}</dt>
                  <dd>{explanations[visit.language][code].do}</dd>
                </dl>
              </details>
            ))}
          </div>
        </>
      ))}
    </>
  )
}
