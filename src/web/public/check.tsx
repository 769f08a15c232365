// Check: choose what you noticed. Sixty things in groups; nothing is scored and nothing is kept. Each ticked thing explains
// itself at once (by style alone), and the next step stands at the end of the list; the button gives the same as a page.

import type { IndicatorCode, IndicatorRole } from '../../knowledge/index.ts'
import { isJurisdiction, type JurisdictionCode } from '../../reporting/index.ts'
import { answered, assess, reasonOf } from '../../screening/index.ts'
import { readForm, type Form } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import { postAddress } from '../parts/copy.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { CheckItem } from './check-item.tsx'
import { CheckLive } from './check-live.tsx'
import { CheckResult } from './check-result.tsx'
import { noticedIn } from './noticed.ts'

/** Which of the two doors with a checklist: `work` adds what the law asks of a person who works with children. */
export type Door = 'child' | 'work'

export type CheckAnswers = {
  readonly door: Door
  readonly noticed: readonly IndicatorCode[]
  /** Asked by the result at the door `work` only, and optional. */
  readonly state: JurisdictionCode | null
}

/** Each indicator is asked once, in the first group that names one of its roles. */
const groups = [
  'definition',
  'sign',
  'control',
  'lure',
  'place',
  'risk',
  'vulnerability',
] as const satisfies readonly IndicatorRole[]

/** The other groups are folded, so that the page does not overwhelm; a group with a ticked box is never folded. */
const alwaysOpen: ReadonlySet<IndicatorRole> = new Set(['definition', 'sign'])

export const checkForm =
  (door: Door): Handler =>
  (visit) =>
    checkPage(visit, { door, noticed: [], state: null })

/** Comes back from the result with the boxes still ticked, or shows the result. */
export const checkResult =
  (door: Door): Handler =>
  async (visit) => {
    const form = await readForm(visit)
    const answers = { door, noticed: noticedIn(form), state: stateIn(form) }
    return form.one('again') === 'yes' ? checkPage(visit, answers) : resultPage(visit, answers)
  }

const stateIn = (form: Form): JurisdictionCode | null => {
  const chosen = form.one('state')
  return isJurisdiction(chosen) ? chosen : null
}

function resultPage(visit: Visit, answers: CheckAnswers): Response | Promise<Response> {
  const names = visit.services.content.explanations[visit.language]
  const question = visit.say('check.heading')
  const observations = answers.noticed.map((code) => answered(code, question, names[code].name))
  return page({
    visit,
    title: visit.say('check.result-title'),
    answers: { noticed: answers.noticed, state: answers.state ?? '' },
    children: <CheckResult visit={visit} answers={answers} assessment={assess(observations, visit.services.content)} />,
  })
}

function checkPage(visit: Visit, answers: CheckAnswers): Response | Promise<Response> {
  const { say } = visit
  const { door } = answers
  const to = postAddress(visit, `/check/${door}`)
  return page({
    visit,
    title: say('check.title'),
    ...(to === null ? {} : { form: 'boxes' }),
    children: (
      <>
        <h1>{say('check.heading')}</h1>
        <p class="fb-lead">{say('check.lead')}</p>
        <NowNote say={say} />
        <p>{say(door === 'work' ? 'check.how-work' : 'check.how')}</p>
        <p>{say('check.told')}</p>
        <form id="boxes" {...sending(to)} autocomplete="off">
          {to === null ? <button type="submit" disabled hidden></button> : null}
          {groups.map((role) => (
            <Group visit={visit} role={role} chosen={new Set(answers.noticed)} />
          ))}
          <HiddenFields fields={{ state: answers.state ?? '' }} />
          <CheckLive say={say} />
          {to === null ? <OnlyOnward visit={visit} /> : <Actions visit={visit} />}
        </form>
      </>
    ),
  })
}

/** A copy without a service sends nothing, by no key: the ticked boxes explain themselves all the same. */
const sending = (to: string | null) =>
  to === null ? ({ method: 'dialog' } as const) : ({ method: 'post', action: to } as const)

const Actions = ({ visit: { say, language } }: { visit: Visit }) => (
  <div class="fb-actions">
    <button type="submit" class="govuk-button">
      {say('check.submit')}
    </button>
    <a href={addressIn(language, '/report')}>{say('check.straight-to-report')}</a>
  </div>
)

const OnlyOnward = ({ visit: { say, language } }: { visit: Visit }) => (
  <p>
    <a class="govuk-button" href={addressIn(language, '/report')}>
      {say('result.to-report')}
    </a>
  </p>
)

type GroupParts = { visit: Visit; role: (typeof groups)[number]; chosen: ReadonlySet<string> }

const Group = ({ visit, role, chosen }: GroupParts) => {
  const { indicators, evidence } = visit.services.content
  const asked = indicators.filter(({ roles }) => groups.find((group) => roles.includes(group)) === role)
  const open = alwaysOpen.has(role) || asked.some(({ code }) => chosen.has(code))
  return (
    <details class="fb-fold" open={open}>
      <summary>
        <h2 id={`group-${role}`}>{visit.say(`role.${role}`)}</h2>
      </summary>
      <fieldset class="govuk-fieldset" aria-labelledby={`group-${role}`}>
        <div class="govuk-checkboxes">
          {asked.map((one) => (
            <CheckItem visit={visit} code={one.code} because={reasonOf(one, evidence)} checked={chosen.has(one.code)} />
          ))}
        </div>
      </fieldset>
    </details>
  )
}
