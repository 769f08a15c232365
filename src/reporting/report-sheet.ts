// The report a person reads out on the phone, and may keep: what was noticed and typed, whom to call, what they will ask,
// what to ask them. Made for one answer and kept nowhere. Gaps are fine.

import type { Say } from '../knowledge/index.ts'
import { alwaysShown, typedFields, type Typed } from './report-fields.ts'
import type { Route } from './route.ts'

export type SheetPart = { readonly heading: string; readonly text: string }

export type ReportSheet = {
  readonly title: string
  /** The title of the file, as other programs show it: it tells nothing. */
  readonly tab: string
  readonly language: string
  readonly opening: string
  readonly callHeading: string
  /** What to know about the place before calling: tribal land, a base, another country. */
  readonly callNotes: readonly string[]
  readonly calls: readonly { readonly name: string; readonly phones: readonly string[]; readonly detail: string }[]
  /** What was typed, and lines to write on for the three things that every line asks first. */
  readonly parts: readonly SheetPart[]
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

/** Pure: the same sheet is drawn as a page, as a PDF and as plain text. */
export function composeSheet({ language, noticed, typed, route }: SheetParts, say: Say): ReportSheet {
  return {
    title: say('sheet.title'),
    tab: say('sheet.page-title'),
    language,
    opening: say('sheet.opening'),
    callHeading: route === null ? say('sheet.call-heading') : say('sheet.call-heading-in', { place: route.place }),
    callNotes: route?.notes ?? [],
    calls: route?.steps.map((step) => asCall(step, say)) ?? [],
    parts: partsOf(typed, say),
    noticedHeading: say('sheet.noticed'),
    noticed,
    askHeading: say('sheet.ask-heading'),
    asks: whatTheyAsk(say),
    writeDown: [say('sheet.worker'), say('sheet.number'), say('sheet.called-at')],
    footer: say('sheet.footer'),
    unprintable: say('sheet.unprintable'),
  }
}

/** What a hotline asks, in its order. */
export const whatTheyAsk = (say: Say): readonly string[] => asks.map((ask) => say(`sheet.ask.${ask}`))

const partsOf = (typed: Typed, say: Say): readonly SheetPart[] =>
  typedFields
    .map((field) => ({ field, heading: say(`sheet.${field}`), text: typed[field].trim() }))
    .filter(({ field, text }) => text !== '' || alwaysShown.has(field))
    .map(({ heading, text }) => ({ heading, text }))

const asCall = (step: Route['steps'][number], say: Say): ReportSheet['calls'][number] => ({
  name: step.name,
  phones: waysTo(step, say),
  detail: [step.hours, step.open_note].filter((part) => part !== null).join('. '),
})

/** A line without a number keeps its place in the order: with its web page, or with room to write a number down. */
function waysTo({ phones, text, url }: Route['steps'][number], say: Say): readonly string[] {
  const called = phones.map(({ number, label }) => `${number} – ${label}`)
  const texted =
    text === null || phones.some(({ number }) => number === text) ? [] : [say('step.text', { number: text })]
  if (called.length + texted.length > 0) return [...called, ...texted]
  return [url ?? say('sheet.no-number')]
}
