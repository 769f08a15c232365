// Whom to call, in order, each number with what it is for, when it answers and where it was read; then the duty there.

import { Temporal } from 'temporal-polyfill'

import { route, type DutyText, type Question, type Step } from '../../reporting/index.ts'
import type { Say } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import type { Visit } from '../route-table.ts'
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
  const { place, steps, duty } = route(question, services.directory, { language, say, now: Temporal.Now.instant() })
  return (
    <>
      <h1>{say('whom.heading', { place })}</h1>
      <p class="fb-lead">{say('whom.lead')}</p>
      {question.situations.includes('danger') ? null : <NowNote say={say} />}
      {answers.zip.trim() === '' ? null : <p>{say('whom.from-zip', { place })}</p>}
      <h2>{say('whom.order')}</h2>
      <ol class="fb-steps">
        {steps.map((step) => (
          <StepCard step={step} say={say} />
        ))}
      </ol>
      {duty === null ? null : <DutyPart duty={duty} say={say} />}
      <h2>{say('whom.next')}</h2>
      <ul>
        <li>{say('whom.gaps')}</li>
        <li>{say('whom.write-down')}</li>
        <li>{say('whom.after')}</li>
        <li>{say('whom.arrest')}</li>
      </ul>
      <Onward visit={visit} answers={answers} />
    </>
  )
}

const StepCard = ({ step, say }: { step: Step; say: Say }) => (
  <li>
    <h3>{step.name}</h3>
    <p>{step.why}</p>
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
    {step.text === null ? null : <p>{say('step.text', { number: step.text })}</p>}
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
      {step.note === '' ? null : (
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

const SourceLink = ({ address, say }: { address: string; say: Say }) =>
  URL.canParse(address) ? (
    <a href={address} rel="noreferrer">
      {say('step.source', { host: new URL(address).hostname.replace(/^www\./, '') })}
    </a>
  ) : null

const DutyPart = ({ duty, say }: { duty: DutyText; say: Say }) => (
  <>
    <h2>{say('duty.heading')}</h2>
    <p>
      <strong>{duty.text}</strong> {duty.who}
    </p>
    {duty.outer_limit === null ? null : (
      <div class="fb-note">
        <p>{duty.outer_limit.first}</p>
        {duty.outer_limit.written === null ? null : <p>{duty.outer_limit.written}</p>}
        <p>{duty.outer_limit.review}</p>
        <p>{say('duty.yourself')}</p>
      </div>
    )}
    <p class="fb-quiet">
      {say('duty.statute', { statute: duty.statute })}{' '}
      {duty.confidence === 'two-sources' ? say('duty.two-sources') : say('duty.one-source')}{' '}
      <SourceLink address={duty.source.address} say={say} />
    </p>
  </>
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
