// A poster or hand-out with its words, the numbers that may be printed on it and the center's own name and phone, ready
// to be drawn as a page or as a PDF. Pure: the same composition serves both.

import type { Temporal } from 'temporal-polyfill'

import type { Center, Handout, HandoutSection, Language, Say } from '../knowledge/index.ts'
import { calledOn, isRecent } from './called.ts'
import { dateIn } from './dates.ts'
import type { Directory } from './directory.ts'
import type { Line } from './line.ts'
import { shownPhones, shownText } from './shown.ts'

export type HandoutCall = {
  /** As the source prints it; this is the one to show large. */
  readonly number: string
  /** What to do with it besides calling: 'Call or text', 'Text 233733', 'TTY or relay: 711'. */
  readonly ways: readonly string[]
  /** Whom it reaches in this case, in the words of the hand-out. */
  readonly what: string
  /** The line's own name; empty for 911. */
  readonly name: string
  /** Whether this center has called it in the last 90 days, as whom-to-call says it. */
  readonly note: string
}

export type ComposedHandout = {
  readonly language: Language
  readonly kind: Handout['kind']
  readonly band: Handout['band']
  readonly title: string
  readonly lead: string
  readonly sections: readonly HandoutSection[]
  readonly callsHeading: string
  readonly calls: readonly HandoutCall[]
  /** That nobody here has called any of the numbers, said once; else each call carries its own note. */
  readonly callsNote: string
  readonly writeOn: readonly string[]
  readonly note: string
  readonly center: { readonly heading: string; readonly name: string; readonly phone: string } | null
  readonly footer: string
}

export type HandoutParts = {
  readonly handout: Handout
  readonly language: Language
  readonly directory: Directory
  readonly center: Center
  readonly now: Temporal.Instant
}

/** A number that may not be shown, or that the center found wrong, is left out; so is a call without any number. */
export function composeHandout(parts: HandoutParts, say: Say): ComposedHandout {
  const { handout, language, center } = parts
  const calls = handout.calls.flatMap((call) => asCall(call, parts, say))
  const noted = calls.filter(({ note }) => note !== '')
  const noneCalled = noted.length > 0 && noted.every(({ note }) => note === say('handouts.not-called'))
  return {
    language,
    kind: handout.kind,
    band: handout.band,
    title: handout.title,
    lead: handout.lead,
    sections: handout.sections,
    callsHeading: handout.calls_heading,
    calls: noneCalled ? calls.map((call) => ({ ...call, note: '' })) : calls,
    callsNote: noneCalled ? say('handouts.not-called') : '',
    writeOn: handout.write_on,
    note: handout.note ?? '',
    center: handout.band === 'child' ? null : centerOf(center, say),
    footer: say('handouts.footer', { date: dateIn(handout.last_reviewed, language) }),
  }
}

function asCall({ line: key, what }: Handout['calls'][number], parts: HandoutParts, say: Say): readonly HandoutCall[] {
  const { directory, language } = parts
  const line = directory.lines[`US/${key}`]
  const phones = shownPhones(directory, line, 'public', 'any')
  const [first] = phones.filter(({ tty }) => !tty)
  if (first === undefined) return []
  return [
    {
      number: first.number,
      ways: waysOf(first.number, phones, parts, line, say),
      what,
      name: line.kind === 'emergency' ? '' : line.name[language],
      note: noteOf(first.number, line, parts, say),
    },
  ]
}

function waysOf(
  number: string,
  phones: Line['phones'],
  { directory, language }: HandoutParts,
  line: Line,
  say: Say,
): readonly string[] {
  const text = shownText(directory, line, 'public')
  const relay = phones.filter(({ tty }) => tty).map((phone) => `${phone.plainLabel[language]}: ${phone.number}`)
  if (text === null) return relay
  return [text === number ? say('handouts.call-or-text') : say('handouts.text', { number: text }), ...relay]
}

/** 911 needs no note. Nobody tries emergency or crisis lines out: they are confirmed by document. */
function noteOf(number: string, line: Line, { directory, language, now }: HandoutParts, say: Say): string {
  if (line.kind === 'emergency' || line.kind === 'crisis') return ''
  const on = calledOn(directory, number) ?? line.verified_by_call_on
  if (on === null) return say('handouts.not-called')
  return isRecent(on, now) ? say('note.called', { date: dateIn(on, language) }) : say('note.not-called-lately')
}

const centerOf = ({ profile }: Center, say: Say): ComposedHandout['center'] =>
  profile === null ? null : { heading: say('handouts.center'), name: profile.name, phone: profile.phone ?? '' }
