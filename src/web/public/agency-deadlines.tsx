// The deadlines of one duty in words: "Report now" first, then each outer limit in local time, with its law, how it was
// counted and who has reviewed it. A date is never the first thing that is read.

import { dateIn, isAtClockChange, type Deadline } from '../../reporting/index.ts'
import type { Language, Say } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { NationalLine } from '../parts/national-line.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Visit } from '../route-table.ts'
import type { AgencyAnswers, Asked } from './agency-answers.ts'

type Words = { readonly say: Say; readonly language: Language; readonly zone: string }

export const AgencyDeadlines = ({ visit, asked, answers }: { visit: Visit; asked: Asked; answers: AgencyAnswers }) => {
  const { say, language } = visit
  const words = { say, language, zone: asked.zone }
  const { name, who, first, written } = dutyWords(visit, asked)
  return (
    <>
      <h1>{say('agency.result.heading')}</h1>
      <p class="fb-lead">{say('agency.result.lead')}</p>
      <NowNote say={say} />
      <h2>{name}</h2>
      <p>{who}</p>
      {asked.duty === 'missing-from-care' ? (
        <p>
          <NationalLine visit={visit} line="US/ncmec" />
        </p>
      ) : null}
      <p>
        <a href={addressIn(language, '/report')}>{say('problem.to-report')}</a>
      </p>
      <p>{say('agency.result.learned', { when: localWords(asked.learnedAt, words) })}</p>
      {isAtClockChange(answers, asked.zone) ? <p>{say('agency.result.clock-change')}</p> : null}
      <Limits all={asked.deadlines.first} heading={say('agency.first')} plain={first} words={words} />
      <Limits all={asked.deadlines.written} heading={say('agency.written')} plain={written} words={words} />
      <Back visit={visit} answers={answers} />
    </>
  )
}

function dutyWords({ say, language, services: { directory } }: Visit, { duty, state }: Asked) {
  const { plain } = directory.duties[state]
  const { first, written, name, who } =
    duty === 'state'
      ? { ...plain, name: directory.names[state], who: plain.who[language] }
      : { ...directory.terms.federal[duty], who: say('agency.result.federal') }
  return { name: name[language], who, first: first[language], written: written?.[language] }
}

type LimitsParts = {
  readonly all: readonly Deadline[]
  readonly heading: string
  readonly plain: string | undefined
  readonly words: Words
}

const Limits = ({ all, heading, plain, words }: LimitsParts) =>
  all.length === 0 ? null : (
    <>
      <h3>{heading}</h3>
      {plain === undefined ? null : <p>{plain}</p>}
      <ul class="fb-steps">
        {all.map((one) => (
          <Limit one={one} words={words} />
        ))}
      </ul>
    </>
  )

const Limit = ({ one, words }: { one: Deadline; words: Words }) => {
  const { say } = words
  return (
    <li>
      {one.binds === null ? null : <h4>{say(`agency.binds.${one.binds}`)}</h4>}
      <p>
        <strong>
          {one.what === 'first' ? `${say('agency.report-now')} ` : ''}
          {limitSentence(one, words)}
        </strong>
      </p>
      {one.only_if === null ? null : <p>{say(`agency.only-if.${one.only_if}`)}</p>}
      {one.assumes.map((assumption) => (
        <p>{say(`agency.assumes.${assumption}`)}</p>
      ))}
      <p class="fb-quiet">
        {say('duty.statute', { statute: one.citation })}{' '}
        {one.confidence === 'two-sources' ? say('duty.two-sources') : say('duty.one-source')} {review(one, say)}{' '}
        <Source one={one} words={words} />
      </p>
    </li>
  )
}

/** What hangs on a first report or a request is said so, with the earliest moment it could be late. */
function limitSentence(one: Deadline, words: Words): string {
  const { say } = words
  const when = localWords(one.earliest.epochMilliseconds, words)
  if (one.from === 'first-report') {
    if (one.kind === 'at-once') return say('agency.after-report-now')
    return say('agency.after-report', { length: lengthOf(one, say), when })
  }
  if (one.from === 'on-request') {
    if (one.kind === 'at-once') return say('agency.after-request-now')
    return say('agency.after-request', { length: lengthOf(one, say), when })
  }
  return say(one.outerLimit ? 'agency.outer-limit' : 'agency.no-hours', { when })
}

function lengthOf(one: Exclude<Deadline, { kind: 'at-once' }>, say: Say): string {
  return say(`agency.length.${one.kind}`, { count: 'hours' in one ? one.hours : one.days })
}

const review = ({ reviewed_by_counsel_on: date }: Deadline, say: Say): string =>
  date === null ? say('duty.not-reviewed') : say('duty.reviewed', { date })

/** A page that was read has an address; a copy of the US Code has a date. */
const Source = ({ one: { source }, words: { say, language } }: { one: Deadline; words: Words }) =>
  URL.canParse(source.address) ? (
    <a href={source.address} rel="noreferrer">
      {say('step.source', { host: new URL(source.address).hostname.replace(/^www\./, '') })}
    </a>
  ) : (
    <>{say('agency.code-copy', { date: dateIn(source.date ?? '', language) })}</>
  )

/** A day and a time there, with the name of the zone: "Saturday, March 7, 2026 at 8:00 PM Eastern Standard Time". */
function localWords(milliseconds: number, { language, zone }: Words): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'long',
  }).format(milliseconds)
}

const Back = ({ visit: { say, language }, answers }: { visit: Visit; answers: AgencyAnswers }) => (
  <div class="fb-actions fb-noprint">
    <form method="post" action={addressIn(language, '/learn/agency-duties')} autocomplete="off">
      <HiddenFields fields={{ ...answers, again: 'yes' }} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {say('agency.result.change')}
      </button>
    </form>
    <a href={addressIn(language, '/learn/agency-duties')}>{say('agency.result.page')}</a>
  </div>
)
