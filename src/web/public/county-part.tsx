// A ZIP hints at a county, and often at several: say so, and let the person choose. Where reports go to county offices the
// county is asked for in any case. It stands beside the answer, which never waits for it.

import type { Language } from '../../knowledge/index.ts'
import {
  asksCounty,
  countiesOf,
  countiesOfZip,
  countyName,
  type CountyHint,
  type Question,
} from '../../reporting/index.ts'
import { postAddress } from '../parts/copy.ts'
import { HiddenFields, SelectField } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { answerFields, countyValue, type ReportAnswers } from './report-answers.ts'

type CountyParts = { readonly visit: Visit; readonly question: Question; readonly answers: ReportAnswers }

export const CountyPart = ({ visit, question, answers }: CountyParts) => {
  const to = postAddress(visit, '/report/whom-to-call')
  if (question.land === 'abroad' || to === null) return null
  const { say, language, services } = visit
  const hints = countiesOfZip(answers.zip, services.directory)
  const asks = asksCounty(services.directory, question.jurisdiction)
  const [only] = hints
  if (hints.length === 1 && only !== undefined && !asks)
    return <p>{say('county.one', { county: countyName(only.county, language) })}</p>
  const offered = hints.length > 1 ? hints : askedFor(question.jurisdiction, services.directory)
  if (offered.length === 0) return null
  return (
    <form method="post" action={to} class="fb-county" autocomplete="off">
      <HiddenFields fields={{ ...answerFields(answers), county: '' }} />
      <SelectField
        name="county"
        label={say('county.label')}
        hint={say(hints.length > 1 ? 'county.several' : 'county.hint')}
        choices={[{ value: '', label: say('county.none') }, ...offered.map((one) => choiceOf(one, offered, language))]}
        value={answers.county === '' && only !== undefined && hints.length === 1 ? countyValue(only) : answers.county}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {say('county.show')}
      </button>
    </form>
  )
}

const askedFor = (state: CountyHint['state'], directory: Parameters<typeof asksCounty>[0]): readonly CountyHint[] =>
  asksCounty(directory, state) ? countiesOf(state, directory).map((county) => ({ state, county })) : []

/** The state is named only where the ZIP crosses a state line. */
function choiceOf(hint: CountyHint, all: readonly CountyHint[], language: Language) {
  const name = countyName(hint.county, language)
  const crosses = all.some(({ state }) => state !== hint.state)
  return { value: countyValue(hint), label: crosses ? `${name}, ${hint.state}` : name }
}
