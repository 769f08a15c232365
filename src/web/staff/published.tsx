// What was published about an instrument: how often it was right and where, its limits, and the sources. Each number says
// how far it is to be trusted.

import type { AccuracyRow, Instrument } from '../../knowledge/index.ts'
import { dateIn } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { figureIn, sourceNameOf } from './instrument-words.ts'
import { Facts, type Fact } from './staff-page.tsx'

type Parts = { readonly visit: Visit; readonly instrument: Instrument }

export const Published = ({ visit, instrument }: Parts) => {
  const { say, language } = visit
  return (
    <>
      <h2>{say('instrument.accuracy')}</h2>
      {instrument.accuracy.length === 0 ? <p>{say('instrument.accuracy.none')}</p> : null}
      {instrument.accuracy.map((row) => (
        <>
          <h3>{row.sample[language]}</h3>
          <Facts facts={factsOf(row, visit, instrument)} />
        </>
      ))}
      <ul>
        {instrument.findings.map(({ text, confidence, source }) => (
          <li>
            {text[language]}{' '}
            <span class="fb-quiet">
              (
              {[sourceNameOf(instrument, source), say(`instrument.confidence.${confidence}`)]
                .filter(Boolean)
                .join('; ')}
              )
            </span>
          </li>
        ))}
      </ul>
      <h2>{say('instrument.limits')}</h2>
      <ul>
        {instrument.limits.map((limit) => (
          <li>{limit[language]}</li>
        ))}
      </ul>
    </>
  )
}

function factsOf(row: AccuracyRow, { say }: Visit, instrument: Instrument): readonly Fact[] {
  const { ages, n, prevalence, sensitivity, specificity, predictive, source } = row
  return [
    { name: say('instrument.ages'), value: ages },
    ...(n === undefined ? [] : [{ name: say('instrument.n'), value: String(n) }]),
    ...(prevalence === undefined ? [] : [{ name: say('instrument.prevalence'), value: figureIn(prevalence, say) }]),
    { name: say('instrument.sensitivity'), value: figureIn(sensitivity, say) },
    { name: say('instrument.specificity'), value: figureIn(specificity, say) },
    ...(predictive === undefined
      ? []
      : (['positive', 'negative'] as const).map((which) => ({
          name: say(`instrument.predictive.${which}`),
          value: figureIn({ value: predictive[which], confidence: predictive.confidence }, say),
        }))),
    { name: say('instrument.source'), value: sourceNameOf(instrument, source) },
  ]
}

export const Sources = ({ visit: { say, language }, instrument: { sources } }: Parts) => (
  <>
    <h2>{say('instrument.sources')}</h2>
    <ul>
      {Object.values(sources).map(({ name, address, read_on: day }) => (
        <li>
          {address === null ? (
            name
          ) : (
            <a href={address} rel="noreferrer">
              {name}
            </a>
          )}{' '}
          <span class="fb-quiet">{say('instrument.read-on', { date: dateIn(day, language) })}</span>
        </li>
      ))}
    </ul>
  </>
)
