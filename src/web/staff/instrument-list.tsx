// The screening instruments: first those a center writes down from its own form, then those that are scored here. No child
// is named, and nothing is kept.

import { instrumentIds, type InstrumentId } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import type { Handler, Visit } from '../route-table.ts'
import { agesIn, settingsIn, titleOf, useIn } from './instrument-words.ts'
import { shownInstrument, type ShownInstrument } from './shown-instrument.ts'
import { Facts, staffPage } from './staff-page.tsx'

export const instrumentAddress = ({ language }: Visit, id: InstrumentId, rest = ''): string =>
  addressIn(language, `/staff/instruments/${id}${rest}`)

export const instrumentList: Handler = (visit) => {
  const { say } = visit
  const all = instrumentIds.map((id) => shownInstrument(visit, id))
  return staffPage({
    visit,
    title: say('instrument.title'),
    children: (
      <>
        <h1>{say('instrument.title')}</h1>
        <p class="fb-lead">{say('instrument.lead')}</p>
        <p class="fb-note fb-now">{say('instrument.not-proof')}</p>
        <p>{say('instrument.nothing-kept')}</p>
        {(['record-only', 'scored'] as const).map((use) => (
          <>
            <h2>{say(`instrument.list.${use}`)}</h2>
            <p>{say(`instrument.list.${use}.what`)}</p>
            {all
              .filter(({ instrument }) => instrument.use === use)
              .map((one) => (
                <Entry visit={visit} one={one} />
              ))}
          </>
        ))}
        <p class="fb-quiet">{say('instrument.no-prediction')}</p>
      </>
    ),
  })
}

const Entry = ({ visit, one }: { visit: Visit; one: ShownInstrument }) => {
  const { say, language } = visit
  const { instrument } = one
  return (
    <>
      <h3>
        <a href={instrumentAddress(visit, instrument.id)}>{titleOf(instrument)}</a>
      </h3>
      <p>{instrument.purpose[language]}</p>
      <Facts
        facts={[
          { name: say('instrument.ages'), value: agesIn(instrument, say) },
          { name: say('instrument.settings'), value: settingsIn(instrument, say) },
          { name: say('instrument.use'), value: useIn(one, say) },
          {
            name: say('instrument.licence'),
            value: `${instrument.licence.text[language]} (${say(`instrument.confidence.${instrument.licence.confidence}`)})`,
          },
        ]}
      />
    </>
  )
}
