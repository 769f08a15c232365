// The one-page sheet a person reads out on the phone: what was noticed, when, where, whom to call, what they will ask.
// Made for one answer and kept nowhere. Gaps are fine: an empty field becomes a line to write on.

import type { Say } from '../knowledge/index.ts'
import type { Route } from './route.ts'

/** What the person typed; each may be empty. */
export const typedFields = ['what', 'when', 'where'] as const

export type TypedField = (typeof typedFields)[number]
export type Typed = Readonly<Record<TypedField, string>>

/** The longest text each field takes, in UTF-16 code units, so that the sheet stays one page or little more. */
export const longest: Readonly<Record<TypedField, number>> = { what: 1200, when: 300, where: 300 }

export type ReportSheet = {
  readonly title: string
  readonly language: string
  readonly opening: string
  readonly callHeading: string
  readonly calls: readonly { readonly name: string; readonly phones: readonly string[]; readonly detail: string }[]
  readonly parts: readonly { readonly heading: string; readonly text: string }[]
  readonly noticedHeading: string
  readonly noticed: readonly string[]
  readonly askHeading: string
  readonly asks: readonly string[]
  readonly writeDown: readonly string[]
  readonly footer: string
  /** Said instead of a character that a PDF cannot show. */
  readonly unprintable: string
}

const asks = ['now', 'child', 'home', 'concern', 'how-known', 'person', 'danger', 'safe'] as const

export type SheetParts = {
  readonly language: string
  /** Names of the indicators noticed, in the reader's language. */
  readonly noticed: readonly string[]
  readonly typed: Typed
  readonly route: Route | null
}

/** Pure: the same sheet is drawn as a page and as a PDF. */
export function composeSheet({ language, noticed, typed, route }: SheetParts, say: Say): ReportSheet {
  return {
    title: say('sheet.title'),
    language,
    opening: say('sheet.opening'),
    callHeading: route === null ? say('sheet.call-heading') : say('sheet.call-heading-in', { place: route.place }),
    calls: route?.steps.map((step) => asCall(step, say)) ?? [],
    parts: typedFields.map((field) => ({ heading: say(`sheet.${field}`), text: typed[field].trim() })),
    noticedHeading: say('sheet.noticed'),
    noticed,
    askHeading: say('sheet.ask-heading'),
    asks: asks.map((ask) => say(`sheet.ask.${ask}`)),
    writeDown: [say('sheet.worker'), say('sheet.number'), say('sheet.called-at')],
    footer: say('sheet.footer'),
    unprintable: say('sheet.unprintable'),
  }
}

/** A line without a number keeps its place in the order, with room to write one down. */
const asCall = ({ name, phones, hours }: Route['steps'][number], say: Say): ReportSheet['calls'][number] => ({
  name,
  phones: phones.length === 0 ? [say('sheet.no-number')] : phones.map(({ number, label }) => `${number} – ${label}`),
  detail: hours ?? '',
})
