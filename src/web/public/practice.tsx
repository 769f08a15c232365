// Practice: "someone asks for something, what could you say?" One page for each age. A choice is a part that unfolds, so that
// it works by keyboard, on paper and without script; nothing is right or wrong, counted or kept.

import {
  practiceBands,
  type PracticeBand,
  type PracticeScenario,
  type PracticeText,
  type Say,
} from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import { ProvenanceNote } from '../parts/provenance.tsx'
import type { Handler, Visit } from '../route-table.ts'

export const practiceIndex: Handler = (visit) => {
  const { say, language, services } = visit
  const practice = services.content.practice[language]
  return page({
    visit,
    title: say('practice.title'),
    summary: say('practice.lead'),
    children: (
      <>
        <h1>{say('practice.heading')}</h1>
        <p class="fb-lead">{say('practice.lead')}</p>
        <p>{say('practice.rules')}</p>
        <h2>{say('practice.choose')}</h2>
        <ul class="fb-cards">
          {practiceBands.map((band) => (
            <li>
              <a href={addressOf(visit, band)}>
                <strong>{say('practice.ages', agesOf(band))}</strong>
                <span>{practice.bands[band].summary}</span>
              </a>
            </li>
          ))}
        </ul>
        <Help visit={visit} />
        <ProvenanceNote say={say} of={practice} />
      </>
    ),
  })
}

/** The handler of one age. */
export const practicePage =
  (band: PracticeBand): Handler =>
  (visit) => {
    const { say, language, services } = visit
    const practice = services.content.practice[language]
    const text = practice.bands[band]
    return page({
      visit,
      title: say('practice.band-title', agesOf(band)),
      summary: text.summary,
      children: (
        <>
          <h1>{say('practice.band-heading', agesOf(band))}</h1>
          <p class="fb-lead">{text.lead}</p>
          <p>{say('practice.rules')}</p>
          <ForTheGrownUp say={say} text={text} open={band === '5-7'} />
          {text.scenarios.map((scenario) => (
            <Scene scenario={scenario} />
          ))}
          <h2>{say('practice.tell')}</h2>
          {text.closing.map((sentence) => (
            <p>
              <WithNumbers text={sentence} />
            </p>
          ))}
          <Help visit={visit} />
          <OtherAges visit={visit} band={band} />
          <ProvenanceNote say={say} of={practice} />
        </>
      ),
    })
  }

const agesOf = (band: PracticeBand): { from: string; to: string } => {
  const [from = '', to = ''] = band.split('-')
  return { from, to }
}

const addressOf = ({ language }: Visit, band: PracticeBand): string => addressIn(language, `/learn/practice/${band}`)

const ForTheGrownUp = ({ say, text, open }: { say: Say; text: PracticeText; open: boolean }) => (
  <div class="fb-signs">
    <details open={open}>
      <summary>{say('practice.grown-up')}</summary>
      <ul>
        {text.grown_up.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </details>
  </div>
)

const Scene = ({ scenario: { id, title, scene, choices } }: { scenario: PracticeScenario }) => (
  <section class="fb-scene" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <p class="fb-note">{scene}</p>
    <div class="fb-signs">
      {choices.map((choice) => (
        <details>
          <summary>{choice.say}</summary>
          <p>{choice.answer}</p>
        </details>
      ))}
    </div>
  </section>
)

/** 911 and 988, the only numbers of these texts, can be touched to call. */
const WithNumbers = ({ text }: { text: string }) => (
  <>{text.split(/\b(911|988)\b/).map((part, at) => (at % 2 === 0 ? part : <PhoneLink number={part} />))}</>
)

const Help = ({ visit: { say, language } }: { visit: Visit }) => (
  <div class="fb-noprint">
    <p>
      <a href={addressIn(language, '/check/me')}>{say('practice.to-report')}</a>
    </p>
    <p>
      <a href={addressIn(language, '/leaving-safely')}>{say('practice.to-leaving')}</a>
    </p>
  </div>
)

const OtherAges = ({ visit, band }: { visit: Visit; band: PracticeBand }) => (
  <p class="fb-noprint">
    {visit.say('practice.more')}:{' '}
    {practiceBands
      .filter((other) => other !== band)
      .map((other, at) => (
        <>
          {at === 0 ? '' : ' · '}
          <a href={addressOf(visit, other)}>{visit.say('practice.ages', agesOf(other))}</a>
        </>
      ))}
  </p>
)
