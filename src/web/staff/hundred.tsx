// What an instrument's published accuracy means for 100 children at a prevalence: numbers of children, never a chance for one
// child. The one figure that is asked for by GET is the prevalence, which says nothing about anybody.

import type { AccuracyRow, Instrument, Say } from '../../knowledge/index.ts'
import { perHundred, toOneDecimal } from '../../screening/index.ts'
import { ErrorSummary, TextField } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { instrumentAddress } from './instrument-list.tsx'
import { numberIn } from './instrument-words.ts'

/** The row whose figures are used; absent where none may be. */
export const rowForHundred = ({ accuracy }: Instrument): AccuracyRow | undefined =>
  accuracy.find((row) => row.per_hundred === true)

export const hundredTitle = ({ ages: { from } }: Instrument, say: Say): string =>
  say(from !== null && from >= 18 ? 'instrument.hundred.adults' : 'instrument.hundred')

/** In percent: low; at advocacy centers; over all of the 16 sites; high (domain/screening.md, 1.4). */
const presets = [2, 6.3, 11.1, 20] as const

type HundredParts = { readonly visit: Visit; readonly row: AccuracyRow; readonly prevalence: number }

export const Hundred = ({ visit: { say, language }, row, prevalence }: HundredParts) => {
  const { flagged, flaggedRightly, flaggedWrongly, missed, ...right } = perHundred(
    row.sensitivity.value,
    row.specificity.value,
    prevalence,
  )
  const write = numberIn(language)
  const shown = (number: number): string => write(toOneDecimal(number), 1)
  const share = (number: number | null): string =>
    number === null ? say('instrument.hundred.nobody') : `${shown(number)} %`
  const rows = [
    [say('instrument.hundred.flagged'), shown(flagged)],
    [say('instrument.hundred.rightly'), shown(flaggedRightly)],
    [say('instrument.hundred.wrongly'), shown(flaggedWrongly)],
    [say('instrument.hundred.missed'), shown(missed)],
    [say('instrument.hundred.ppv'), share(right.rightWhenFlagged)],
    [say('instrument.hundred.npv'), share(right.rightWhenNotFlagged)],
  ]
  return (
    <>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          {say('instrument.hundred.caption', { prevalence: write(prevalence) })}
        </caption>
        <tbody class="govuk-table__body">
          {rows.map(([name, value]) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {name}
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('instrument.hundred.group')}</p>
      <p class="fb-quiet">
        {say('instrument.hundred.from', {
          sample: row.sample[language],
          confidence: say(`instrument.confidence.${worst(row)}`),
        })}
      </p>
    </>
  )
}

const worst = ({ sensitivity, specificity }: AccuracyRow) =>
  (['recalled', 'secondary', 'computed', 'verified'] as const).find((one) =>
    [sensitivity.confidence, specificity.confidence].includes(one),
  ) ?? 'recalled'

type FormParts = {
  readonly visit: Visit
  readonly instrument: Instrument
  readonly typed: string
  readonly error?: string | undefined
}

export const PrevalenceForm = ({ visit, instrument, typed, error }: FormParts) => {
  const { say, language } = visit
  const address = instrumentAddress(visit, instrument.id)
  return (
    <>
      <p>{say('instrument.prevalence.what')}</p>
      <ul>
        {presets.map((preset) => (
          <li>
            <a href={`${address}?prevalence=${preset}#hundred`}>
              {numberIn(language)(preset)} %{preset === 6.3 ? ` (${say('instrument.prevalence.center')})` : ''}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action={`${address}#hundred`} autocomplete="off">
        <TextField
          name="prevalence"
          label={say('instrument.prevalence.own')}
          hint={say('instrument.prevalence.hint')}
          width={5}
          maxlength={6}
          value={typed}
          error={error}
        />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {say('instrument.prevalence.submit')}
        </button>
      </form>
    </>
  )
}

export const PrevalenceError = ({ visit: { say }, error }: { visit: Visit; error: string | undefined }) => (
  <ErrorSummary title={say('error.heading')} errors={error === undefined ? {} : { prevalence: error }} />
)

/** Percent, with a point or (as in Spanish) a comma; undefined when it is no number from 0 to 100. */
export function readPrevalence(text: string): number | undefined {
  if (!/^\d{1,3}([.,]\d{1,2})?\s*%?$/.test(text.trim())) return undefined
  const number = Number.parseFloat(text.trim().replace(',', '.'))
  return number <= 100 ? number : undefined
}
