// Report: a few questions, all but the place optional, then whom to call.

import { lands } from '../../reporting/index.ts'
import { readForm } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import { placesPath, postAddress } from '../parts/copy.ts'
import { Checkboxes, FieldGroup, Radios } from '../parts/choices.tsx'
import { ErrorSummary, HiddenFields, TextField, type FieldErrors } from '../parts/fields.tsx'
import { page } from '../parts/layout.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { StateField } from '../parts/state-field.tsx'
import type { Handler, Visit } from '../route-table.ts'
import {
  answerFields,
  choiceNames,
  choices,
  emptyAnswers,
  questionOf,
  readAnswers,
  startFrom,
  type ReportAnswers,
} from './report-answers.ts'
import { listOfPlaces } from './places.tsx'
import { WhomToCall } from './whom-to-call.tsx'

export const reportForm: Handler = (visit) => reportPage(visit, emptyAnswers, {})

/** From the check, with what was noticed; or back from the result, with every answer as it was. */
export const reportFormFilled: Handler = async (visit) => {
  const form = await readForm(visit)
  const back = form.one('again') === 'yes'
  return reportPage(visit, back ? readAnswers(form) : startFrom(form), {})
}

export const whomToCall: Handler = async (visit) => {
  const answers = readAnswers(await readForm(visit))
  const question = questionOf(answers, visit)
  if (!question.ok) return reportPage(visit, answers, question.reason)
  return page({
    visit,
    title: visit.say('whom.title'),
    answers: answerFields(answers),
    children: <WhomToCall visit={visit} question={question.value} answers={answers} />,
  })
}

function reportPage(visit: Visit, answers: ReportAnswers, errors: FieldErrors): Response | Promise<Response> {
  const { say, language } = visit
  const to = postAddress(visit, '/report/whom-to-call')
  if (to === null) return listOfPlaces(visit)
  const failed = Object.keys(errors).length > 0
  const parts = {
    visit: { ...visit, path: '/report' },
    title: failed ? say('report.title-error') : say('report.title'),
    form: 'questions',
    children: (
      <>
        <ErrorSummary title={say('error.heading')} errors={errors} />
        <h1>{say('report.heading')}</h1>
        <p class="fb-lead">{say('report.lead')}</p>
        <NowNote say={say} />
        <form id="questions" method="post" action={to} autocomplete="off" novalidate>
          <HiddenFields fields={{ noticed: answers.noticed }} />
          <Place visit={visit} answers={answers} errors={errors} />
          <Radios
            name="land"
            legend={say('land.question')}
            hint={say('land.hint')}
            value={answers.land}
            choices={lands.map((land) => ({ value: land, label: say(`land.${land}`) }))}
          />
          {choiceNames.map((name) => (
            <Radios
              name={name}
              legend={say(`report.${name}`)}
              hint={say(`report.${name}.hint`)}
              value={answers.chosen[name]}
              choices={choices[name].map((value) => ({ value, label: say(`report.choice.${value}`) }))}
            />
          ))}
          <FieldGroup legend={say('report.professional')} hint={say('report.professional.hint')} id="professional">
            <Checkboxes
              name="professional"
              choices={[{ value: 'yes', label: say('report.professional.yes') }]}
              chosen={new Set(answers.professional ? ['yes'] : [])}
            />
          </FieldGroup>
          <button type="submit" class="govuk-button">
            {say('report.submit')}
          </button>
        </form>
        {visit.services.copy === null ? null : (
          <p>
            <a href={addressIn(language, placesPath)}>{say('places.or-list')}</a>
          </p>
        )}
      </>
    ),
  }
  return page(parts, failed ? 400 : 200)
}

const Place = ({ visit, answers, errors }: { visit: Visit; answers: ReportAnswers; errors: FieldErrors }) => {
  const { say } = visit
  return (
    <FieldGroup legend={say('report.place')} hint={say('report.place.hint')} id="place">
      <TextField
        name="zip"
        label={say('report.zip')}
        inputmode="numeric"
        width={10}
        value={answers.zip}
        error={errors['zip']}
      />
      <StateField visit={visit} value={answers.state} error={errors['state']} />
    </FieldGroup>
  )
}
