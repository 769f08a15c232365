// One instrument: what it is and for whom, its rule, what was published about it, what that means for 100 children, limits,
// licence and sources. A page to read before anybody is screened.

import type { Instrument, InstrumentId, Say } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import type { Handler, Visit } from '../route-table.ts'
import { Hundred, hundredTitle, PrevalenceError, PrevalenceForm, readPrevalence, rowForHundred } from './hundred.tsx'
import { instrumentAddress } from './instrument-list.tsx'
import { agesIn, languagesIn, ruleIn, settingsIn, titleOf, useIn } from './instrument-words.ts'
import { Published, Sources } from './published.tsx'
import { shownInstrument, type ShownInstrument } from './shown-instrument.ts'
import { Facts, staffPage, type Fact } from './staff-page.tsx'

/** The handler of one instrument. */
export const instrumentPage =
  (id: InstrumentId): Handler =>
  (visit) => {
    const { say, language, request } = visit
    const loaded = shownInstrument(visit, id)
    const { instrument } = loaded
    const typed = (request.req.query('prevalence') ?? '').slice(0, 12)
    const error = typed === '' || readPrevalence(typed) !== undefined ? undefined : say('instrument.prevalence.error')
    return staffPage(
      {
        visit,
        title: instrument.short,
        children: (
          <>
            <PrevalenceError visit={visit} error={error} />
            <h1>{titleOf(instrument)}</h1>
            <p class="fb-lead">{instrument.purpose[language]}</p>
            <p class="fb-note fb-now">{say('instrument.not-proof')}</p>
            <p>
              <a class="govuk-button" href={instrumentAddress(visit, id, '/use')}>
                {say(`instrument.start.${instrument.use}`)}
              </a>
            </p>
            <h2>{say('instrument.definition')}</h2>
            <Facts facts={definitionFacts(loaded, visit)} />
            <Items visit={visit} instrument={instrument} />
            <HundredPart visit={visit} instrument={instrument} typed={typed} error={error} />
            <Published visit={visit} instrument={instrument} />
            <h2>{say('instrument.licence')}</h2>
            <p>
              {instrument.licence.text[language]} <Trust say={say} confidence={instrument.licence.confidence} />
            </p>
            <Sources visit={visit} instrument={instrument} />
            <p>
              <a href={addressIn(language, '/staff/instruments')}>{say('instrument.all')}</a>
            </p>
          </>
        ),
      },
      error === undefined ? 200 : 400,
    )
  }

type TrustParts = { readonly say: Say; readonly confidence: Instrument['ages']['confidence'] }

const Trust = ({ say, confidence }: TrustParts) => (
  <span class="fb-quiet">({say(`instrument.confidence.${confidence}`)})</span>
)

function definitionFacts(loaded: ShownInstrument, { say, language }: Visit): readonly Fact[] {
  const { instrument, wording } = loaded
  const { ages, settings, who_may: who, scoring } = instrument
  const trusted = (text: string, confidence: TrustParts['confidence']) => (
    <>
      {text} <Trust say={say} confidence={confidence} />
    </>
  )
  return [
    { name: say('instrument.version'), value: instrument.version[language] },
    { name: say('instrument.ages'), value: trusted(agesIn(instrument, say), ages.confidence) },
    {
      name: say('instrument.settings'),
      value: trusted(settingsIn(instrument, say), settings[0]?.confidence ?? 'recalled'),
    },
    { name: say('instrument.languages'), value: languagesIn(instrument, say) },
    { name: say('instrument.who'), value: trusted(who.text[language], who.confidence) },
    { name: say('instrument.use'), value: useIn(loaded, say) },
    ...(wording === null ? [] : [{ name: say('instrument.own-version'), value: wording.version }]),
    {
      name: say('instrument.rule'),
      value: scoring === null ? ruleIn(instrument, say) : trusted(ruleIn(instrument, say), scoring.confidence),
    },
    ...(scoring === null ? [] : [{ name: say('instrument.missing'), value: say('instrument.missing.all') }]),
  ]
}

const Items = ({ visit: { say, language }, instrument }: { visit: Visit; instrument: Instrument }) =>
  instrument.items.length === 0 ? null : (
    <>
      <h2>{say('instrument.items')}</h2>
      <p>{say(`instrument.items.${instrument.items_confidence ?? 'recalled'}`)}</p>
      <ol>
        {instrument.items.map(({ concept, only }) => (
          <li>
            {concept[language]}
            {only === undefined ? null : <span class="fb-quiet"> ({say('instrument.only.medical-provider')})</span>}
          </li>
        ))}
      </ol>
    </>
  )

type HundredParts = {
  readonly visit: Visit
  readonly instrument: Instrument
  readonly typed: string
  readonly error: string | undefined
}

const HundredPart = ({ visit, instrument, typed, error }: HundredParts) => {
  const row = rowForHundred(instrument)
  if (row === undefined) return null
  const prevalence = readPrevalence(typed) ?? ownPrevalence(instrument)
  return (
    <>
      <h2 id="hundred">{hundredTitle(instrument, visit.say)}</h2>
      <Hundred visit={visit} row={row} prevalence={prevalence} />
      <PrevalenceForm visit={visit} instrument={instrument} typed={typed} error={error} />
    </>
  )
}

/** Shown at first: that of advocacy centers where it was tested there, else of its own first setting. */
const ownPrevalence = ({ settings }: Instrument): number =>
  (settings.find(({ setting }) => setting === 'advocacy-center') ?? settings[0])?.prevalence ?? 6.3
