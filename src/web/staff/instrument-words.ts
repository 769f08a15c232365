// Words about an instrument that several pages share: ages, places, numbers, and how far a fact is to be trusted.

import type { Instrument, InstrumentFigure, Language, Say } from '../../knowledge/index.ts'
import type { ShownInstrument } from './shown-instrument.ts'

/** Older than this, nobody is counted: an upper age that high means none. */
const noUpperAge = 120

export function agesIn({ ages: { from, to } }: Instrument, say: Say): string {
  if (from === null) return say('instrument.ages.unknown')
  if (to === null || to >= noUpperAge) return say('instrument.ages.from', { from })
  return say('instrument.ages.between', { from, to })
}

export const settingsIn = ({ settings }: Instrument, say: Say): string =>
  settings.map(({ setting }) => say(`instrument.setting.${setting}`)).join('; ')

export function languagesIn({ languages: tested }: Instrument, say: Say): string {
  if (tested === null) return say('instrument.languages.unknown')
  return (['en', 'es'] as const)
    .filter((language) => (tested[language] ?? []).length > 0)
    .map((language) => {
      const places = (tested[language] ?? []).map((setting) => say(`instrument.setting.${setting}`)).join('; ')
      return `${say(`instrument.given-in.${language}`)}: ${places}`
    })
    .join('. ')
}

/** '84.44 % (95 of 100 times between 75.28 and 91.23): read in the source'. */
export function figureIn({ value, interval, confidence }: InstrumentFigure, say: Say): string {
  const [low, high] = interval ?? []
  const range = low === undefined || high === undefined ? '' : ` (${say('instrument.interval', { low, high })})`
  return `${value} %${range}: ${say(`instrument.confidence.${confidence}`)}`
}

export const sourceNameOf = ({ sources }: Instrument, source: string | null): string =>
  source === null ? '' : (sources[source]?.name ?? '')

/** One sentence for the list: whether and how it is scored here. */
export function useIn({ instrument: { use }, wording, keptBack }: ShownInstrument, say: Say): string {
  if (use === 'record-only') return say('instrument.use.record-only')
  if (keptBack) return say('instrument.use.kept-back')
  return say(wording === null ? 'instrument.use.concepts' : 'instrument.use.wording')
}

/** What a yes counts, and where the cut-off is. */
export function ruleIn({ scoring }: Instrument, say: Say): string {
  if (scoring === null) return say('instrument.rule.none')
  const cut = scoring.cutOffs.find(({ band }) => band === 'at-or-above')?.from ?? 0
  return say(`instrument.rule.${scoring.rule}`, { cut })
}

export const titleOf = ({ short, name }: Instrument): string => (short === name ? name : `${short}: ${name}`)

// Made once: a formatter is costly.
const formatsOf = (locale: string) =>
  [
    new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }),
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 3 }),
  ] as const

const formats = { en: formatsOf('en-US'), es: formatsOf('es-US') }

/** `digits`: how many stand behind the point even where they are 0. */
export const numberIn =
  (language: Language) =>
  (number: number, digits: 0 | 1 = 0): string =>
    formats[language][digits].format(number)
