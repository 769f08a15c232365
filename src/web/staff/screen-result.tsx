// The result of a scored instrument: its own total and band, how it came about, what is missing, and what such a result
// means for 100 children. Never a chance for this child. Outside of what it was tested for there is no result at all.

import type { Instrument, LoadedInstrument, Say } from '../../knowledge/index.ts'
import { dateIn } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { Hundred, hundredTitle, rowForHundred } from './hundred.tsx'
import { agesIn, languagesIn, ruleIn, settingsIn, titleOf } from './instrument-words.ts'
import { Actions, NextStep } from './next-step.tsx'
import type { Screening } from './screen-answers.ts'
import { questionIn, type Scored } from './screening-score.ts'
import { Facts, type Fact } from './staff-page.tsx'
import type { Typed } from './typed.ts'

type ResultParts = {
  readonly visit: Visit
  readonly loaded: LoadedInstrument
  readonly screening: Screening
  readonly scored: Scored
  readonly typed: Typed
}

export const ScreenResult = (parts: ResultParts) =>
  parts.scored.unsuited.length > 0 ? <NotValidated {...parts} /> : <Result {...parts} />

const NotValidated = ({ visit, loaded: { instrument }, screening, scored, typed }: ResultParts) => {
  const { say, language } = visit
  const tested = {
    age: agesIn(instrument, say),
    setting: settingsIn(instrument, say),
    language: languagesIn(instrument, say),
    screener: instrument.who_may.text[language],
  }
  return (
    <>
      <h1>{say('instrument.unsuited.heading')}</h1>
      <p class="fb-lead">{say('instrument.unsuited.lead', { name: instrument.short })}</p>
      <ul>
        {scored.unsuited.map((reason) => (
          <li>{say(`instrument.unsuited.${reason}`, { tested: tested[reason] })}</li>
        ))}
      </ul>
      <Facts facts={given(instrument.version[language], screening, visit)} />
      <NextStep visit={visit} step="unsuited" />
      <Actions visit={visit} id={instrument.id} typed={typed} file={false} />
    </>
  )
}

const Result = ({ visit, loaded, screening, scored, typed }: ResultParts) => {
  const { say, language } = visit
  const { instrument, wording } = loaded
  const { total, band } = scored.score
  const row = rowForHundred(instrument)
  const prevalence = instrument.settings.find(({ setting }) => setting === screening.setting)?.prevalence
  return (
    <>
      <h1>{titleOf(instrument)}</h1>
      <p class="fb-lead">{resultIn(scored, mostOf(instrument), say)}</p>
      <p class="fb-note fb-now">{say('instrument.not-proof')}</p>
      {wording === null ? <p class="fb-note">{say('instrument.result.concepts')}</p> : null}
      <Facts
        facts={[
          ...given(wording?.version ?? instrument.version[language], screening, visit),
          { name: say('instrument.rule'), value: ruleIn(instrument, say) },
        ]}
      />
      <Missing visit={visit} loaded={loaded} missing={scored.score.missing} />
      {scored.problems.length === 0 ? null : (
        <ul>
          {scored.problems.map(({ code, linkId }) => (
            <li>{say('instrument.problem', { code, item: linkId ?? '' })}</li>
          ))}
        </ul>
      )}
      {instrument.languages === null ? <p>{say('instrument.languages.unknown')}</p> : null}
      <h2>{hundredTitle(instrument, say)}</h2>
      {row === undefined || prevalence === undefined || prevalence === null ? null : (
        <Hundred visit={visit} row={row} prevalence={prevalence} />
      )}
      <NextStep visit={visit} step={band === 'at-or-above' || band === 'below' ? band : 'none'} />
      <Actions visit={visit} id={instrument.id} typed={typed} file={total !== null || band !== null} />
    </>
  )
}

/** The highest total that the rule can give. */
const mostOf = ({ scoring, items }: Instrument): number => (scoring?.rule === 'any-yes' ? 1 : items.length)

function resultIn({ score: { total, band } }: Scored, most: number, say: Say): string {
  if (total !== null) {
    const place = band === 'at-or-above' || band === 'below' ? say(`instrument.band.${band}`) : ''
    return say('instrument.result.total', { total, most, band: place })
  }
  return say(band === 'at-or-above' ? 'instrument.result.reached' : 'instrument.result.none')
}

function given(version: string, screening: Screening, { say, language }: Visit): readonly Fact[] {
  return [
    { name: say('instrument.version'), value: version },
    { name: say('instrument.date'), value: dateIn(screening.date, language) },
    { name: say('instrument.by'), value: `${screening.by} (${say(`instrument.screener.${screening.screener}`)})` },
    { name: say('instrument.age'), value: String(screening.age) },
    { name: say('instrument.setting'), value: say(`instrument.setting.${screening.setting}`) },
    { name: say('instrument.given-in'), value: say(`instrument.given-in.${screening.givenIn}`) },
  ]
}

type MissingParts = { readonly visit: Visit; readonly loaded: LoadedInstrument; readonly missing: readonly string[] }

const Missing = ({ visit: { say, language }, loaded, missing }: MissingParts) =>
  missing.length === 0 ? null : (
    <>
      <h2>{say('instrument.missing')}</h2>
      <p>{say('instrument.missing.all')}</p>
      <ul>
        {loaded.instrument.items
          .filter(({ linkId }) => missing.includes(linkId))
          .map((item) => (
            <li>
              {questionIn(loaded, item, language)}
              {item.only === undefined ? null : ` (${say('instrument.only.medical-provider')})`}
            </li>
          ))}
      </ul>
    </>
  )
