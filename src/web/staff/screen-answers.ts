// The answers of a scored instrument: read from a post, then checked. What a person can put right comes back as a sentence at
// its field; whether the instrument may be used for this child at all is decided afterwards, by what it was tested for.

import {
  screeners,
  screeningSettings,
  type Instrument,
  type Say,
  type Screener,
  type ScreeningSetting,
} from '../../knowledge/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import type { FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'
import { commonFields, dayOf, longest, answerIn, type Typed } from './typed.ts'

export const givenIn = ['en', 'es', 'other'] as const

export type Screening = {
  /** As 2026-11-24. */
  readonly date: string
  readonly by: string
  readonly age: number
  readonly setting: ScreeningSetting
  readonly screener: Screener
  readonly givenIn: (typeof givenIn)[number]
  /** By linkId; what was not asked or not answered is not there. */
  readonly said: ReadonlyMap<string, 'yes' | 'no'>
}

const fields = [...commonFields, 'age', 'setting', 'screener', 'given-in'] as const

export const screenFields = ({ items }: Instrument): readonly string[] => [
  ...fields,
  ...items.map(({ linkId }) => linkId),
]

export function readScreening(typed: Typed, instrument: Instrument, visit: Visit): Result<Screening, FieldErrors> {
  const { say } = visit
  const date = dayOf(answerIn(typed, 'date'), visit)
  const by = answerIn(typed, 'by')
  const age = ageOf(answerIn(typed, 'age'))
  const setting = screeningSettings.find((one) => one === answerIn(typed, 'setting'))
  const screener = screeners.find((one) => one === answerIn(typed, 'screener'))
  const language = givenIn.find((one) => one === answerIn(typed, 'given-in'))
  const errors = {
    ...(date === undefined ? { date: say('instrument.error.date') } : {}),
    ...(by === '' || by.length > longest ? { by: say('instrument.error.by') } : {}),
    ...(age === undefined ? { age: say('instrument.error.age') } : {}),
    ...(setting === undefined ? { setting: say('instrument.error.setting') } : {}),
    ...(language === undefined ? { 'given-in': say('instrument.error.given-in') } : {}),
    ...(screener === undefined ? { screener: say('instrument.error.screener') } : {}),
    ...notTheirs(typed, instrument, screener, say),
  }
  if (date === undefined || age === undefined || setting === undefined || screener === undefined) return failed(errors)
  if (language === undefined || Object.keys(errors).length > 0) return failed(errors)
  return ok({ date, by, age, setting, screener, givenIn: language, said: saidIn(typed, instrument) })
}

const ageOf = (text: string): number | undefined => (/^(\d{1,2}|1[01]\d)$/.test(text) ? Number(text) : undefined)

function saidIn(typed: Typed, { items }: Instrument): Screening['said'] {
  const said = new Map<string, 'yes' | 'no'>()
  for (const { linkId } of items) {
    const answer = answerIn(typed, linkId)
    if (answer === 'yes' || answer === 'no') said.set(linkId, answer)
  }
  return said
}

/** A health question that somebody else has asked is not scored in silence: it should not have been asked. */
function notTheirs(typed: Typed, instrument: Instrument, screener: Screener | undefined, say: Say): FieldErrors {
  if (screener === undefined || screener === 'medical-provider') return {}
  const said = saidIn(typed, instrument)
  return Object.fromEntries(
    instrument.items
      .filter(({ linkId, only }) => only === 'medical-provider' && said.has(linkId))
      .map(({ linkId }) => [linkId, say('instrument.error.medical', { number: linkId.slice(1) })]),
  )
}
