// Check: choose what you noticed. Sixty things in groups; nothing is scored and nothing is kept.

import { indicatorCodes, isIndicatorCode, type IndicatorCode, type IndicatorRole } from '../../knowledge/index.ts'
import { answered, assess } from '../../screening/index.ts'
import { readForm, type Form } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import { Checkboxes } from '../parts/choices.tsx'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { CheckResult } from './check-result.tsx'

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

export const checkForm: Handler = (visit) => checkPage(visit, [])

/** Comes back from the result with the boxes still ticked, or shows the result. */
export const checkAnswers: Handler = async (visit) => {
  const form = await readForm(visit)
  const noticed = noticedIn(form)
  if (form.one('again') === 'yes') return checkPage(visit, noticed)
  const names = visit.services.content.explanations[visit.language]
  const question = visit.say('check.heading')
  const observations = noticed.map((code) => answered(code, question, names[code].name))
  const assessment = assess(observations, visit.services.content)
  return page({
    visit,
    title: visit.say('check.result-title'),
    answers: { noticed },
    children: <CheckResult visit={visit} assessment={assessment} />,
  })
}

/** The codes in a form, once each, in the order of the vocabulary; anything else in the field is ignored. */
export function noticedIn(form: Form): readonly IndicatorCode[] {
  const chosen = new Set(form.all('noticed').filter(isIndicatorCode))
  return indicatorCodes.filter((code) => chosen.has(code))
}

function checkPage(visit: Visit, noticed: readonly IndicatorCode[]): Response | Promise<Response> {
  const { say, language } = visit
  return page({
    visit,
    title: say('check.title'),
    form: 'boxes',
    children: (
      <>
        <h1>{say('check.heading')}</h1>
        <p class="fb-lead">{say('check.lead')}</p>
        <NowNote say={say} />
        <p>{say('check.how')}</p>
        <form id="boxes" method="post" action={addressIn(language, '/check')} autocomplete="off">
          {groups.map((role) => (
            <Group visit={visit} role={role} chosen={new Set(noticed)} />
          ))}
          <div class="fb-actions">
            <button type="submit" class="govuk-button">
              {say('check.submit')}
            </button>
            <a href={addressIn(language, '/report')}>{say('check.straight-to-report')}</a>
          </div>
        </form>
      </>
    ),
  })
}

const Group = ({
  visit,
  role,
  chosen,
}: {
  visit: Visit
  role: (typeof groups)[number]
  chosen: ReadonlySet<string>
}) => {
  const { indicators, explanations } = visit.services.content
  const first = indicators.filter(({ roles }) => groups.find((group) => roles.includes(group)) === role)
  const choices = first.map(({ code }) => ({ value: code, label: explanations[visit.language][code].name }))
  const open = alwaysOpen.has(role) || choices.some(({ value }) => chosen.has(value))
  return (
    <details class="fb-fold" open={open}>
      <summary>
        <h2 id={`group-${role}`}>{visit.say(`role.${role}`)}</h2>
      </summary>
      <fieldset class="govuk-fieldset" aria-labelledby={`group-${role}`}>
        <Checkboxes name="noticed" choices={choices} chosen={chosen} />
      </fieldset>
    </details>
  )
}
