// Whom to call, in order, each number with what it is for, when it answers and where it was read; then the duty there.

import { jurisdictionOfZip, route, whatTheyAsk, type Question, type Step } from '../../reporting/index.ts'
import type { Say } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { placesPath } from '../parts/copy.ts'
import { DutyPart } from '../parts/duty.tsx'
import { HiddenFields } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { PicturesNote } from '../parts/pictures-note.tsx'
import { PhoneLink, TextLink } from '../parts/phone-link.tsx'
import { SourceLink } from '../parts/source-link.tsx'
import type { Visit } from '../route-table.ts'
import { CountyPart } from './county-part.tsx'
import { answerFields, type ReportAnswers } from './report-answers.ts'

export const WhomToCall = ({
  visit,
  question,
  answers,
}: {
  visit: Visit
  question: Question
  answers: ReportAnswers
}) => {
  const { say, language, services } = visit
  const asked = route(question, services.directory, { language, say, now: services.clock() })
  const { place, steps, duty, notes } = asked
  return (
    <>
      <h1>{say('whom.heading', { place })}</h1>
      <p class="fb-lead">{say('whom.lead')}</p>
      {question.situations.includes('danger') || asked.land === 'abroad' ? null : <NowNote say={say} />}
      {notes.map((note) => (
        <p class="fb-note">{note}</p>
      ))}
      {answers.zip.trim() === '' || asked.land === 'abroad' ? null : (
        <p>{say(jurisdictionOfZip(answers.zip).ok ? 'whom.from-zip' : 'whom.zip-unread', { place })}</p>
      )}
      <CountyPart visit={visit} question={question} answers={answers} />
      <p>{say('whom.keep')}</p>
      <h2>{say('whom.order')}</h2>
      <ol class="fb-steps">
        {steps.map((step) => (
          <StepCard step={services.copy === null ? step : atAnyHour(step)} say={say} />
        ))}
      </ol>
      <p>
        {asked.no_answer} {say('help.language')} {say('help.relay')}
      </p>
      {duty === null ? null : <DutyPart duty={duty} say={say} />}
      <h2>{say('whom.next')}</h2>
      <ul>
        <li>{say('whom.gaps')}</li>
        <li>{say('whom.write-down')}</li>
        <li>{say('whom.arrest')}</li>
      </ul>
      <PicturesNote visit={visit} answers={answers} />
      {services.copy === null ? <Onward visit={visit} answers={answers} /> : <OtherPlace visit={visit} />}
      <h2>{say('whom.ask')}</h2>
      <p>{say('whom.ask.lead')}</p>
      <ul>
        {whatTheyAsk(say).map((ask) => (
          <li>{ask}</li>
        ))}
      </ul>
      <p>{say('whom.name')}</p>
      <h2>{say('whom.happens')}</h2>
      <ul>
        <li>{say('whom.happens.decide')}</li>
        <li>{say('whom.happens.silence')}</li>
        <li>{say('whom.happens.again')}</li>
        <li>{say('whom.after')}</li>
      </ul>
    </>
  )
}

/** A copy is read at another hour than the one at which it was made. */
const atAnyHour = (step: Step): Step => ({ ...step, open: null, open_note: null })

const StepCard = ({ step, say }: { step: Step; say: Say }) => (
  <li>
    <h3>{step.name}</h3>
    <p>{step.why}</p>
    {step.open_note === null ? null : (
      <p>
        <strong>{step.open_note}</strong>
      </p>
    )}
    {step.phones.length === 0 ? null : (
      <ul class="fb-phones">
        {step.phones.map(({ number, label }) => (
          <li>
            <PhoneLink number={number} large />
            <span class="fb-label">{label}</span>
          </li>
        ))}
      </ul>
    )}
    {step.text === null ? null : (
      <p>
        <TextLink number={step.text} say={say} />
      </p>
    )}
    {step.hours === null ? null : <p>{say('step.hours', { hours: step.hours })}</p>}
    {step.note === '' ? null : <p class="fb-quiet">{step.note}</p>}
    <StepMore step={step} say={say} />
  </li>
)

/** What a line is for and where its number was read: folded where there is a number to call first, else in plain sight. */
const StepMore = ({ step, say }: { step: Step; say: Say }) => {
  const more = (
    <>
      <p>{step.for}</p>
      {step.url === null ? null : (
        <p>
          <a href={step.url} rel="noreferrer">
            {say('step.page', { name: step.name })}
          </a>
        </p>
      )}
      {step.note === '' || step.phones.length === 0 ? null : (
        <p>
          <SourceLink address={step.source.address} say={say} />
        </p>
      )}
    </>
  )
  if (step.phones.length === 0) return more
  return (
    <details class="fb-more">
      <summary>{say('step.more')}</summary>
      {more}
    </details>
  )
}

/** A copy holds a page for each place, and no answers to change. */
const OtherPlace = ({ visit: { say, language } }: { visit: Visit }) => (
  <p class="fb-noprint">
    <a href={addressIn(language, placesPath)}>{say('places.other')}</a>
  </p>
)

const Onward = ({ visit: { say, language }, answers }: { visit: Visit; answers: ReportAnswers }) => (
  <div class="fb-actions fb-noprint">
    <form method="post" action={addressIn(language, '/report/sheet')} autocomplete="off">
      <HiddenFields fields={answerFields(answers)} />
      <button type="submit" class="govuk-button">
        {say('whom.to-sheet')}
      </button>
    </form>
    <form method="post" action={addressIn(language, '/report')} autocomplete="off">
      <HiddenFields fields={{ ...answerFields(answers), again: 'yes' }} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {say('whom.change')}
      </button>
    </form>
  </div>
)
