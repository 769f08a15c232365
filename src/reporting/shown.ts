// What of a record may be shown, and to whom: a wrong number is worse than none (docs/decisions, directory rules).
// Two pages must print the same digits, or the center itself must have confirmed them; conflicting, single-source and
// remembered ones stay hidden, and so does every number that the center called and found wrong.

import { wasWrong } from './called.ts'
import type { Directory } from './directory.ts'
import type { Line, LineKey, Phone } from './line.ts'

export const audiences = ['public', 'professional'] as const

export type Audience = (typeof audiences)[number]
export type Topic = 'trafficking' | 'abuse' | 'any'

/** Whether anything of the record may appear for this audience. */
export function mayShowLine({ rules }: Directory, line: Line, audience: Audience): boolean {
  if (line.key in rules.hidden_lines) return false
  return audience === 'professional' || !(line.key in rules.professional_lines)
}

/**
 * The numbers to show, for this audience and topic. With topic 'any' both kinds show, each under its own label;
 * with 'trafficking' the trafficking numbers come first, with 'abuse' they are left out.
 */
export function shownPhones(directory: Directory, line: Line, audience: Audience, topic: Topic): readonly Phone[] {
  if (!mayShowLine(directory, line, audience)) return []
  const ruleOf = (phone: Phone) => directory.rules.phones[phone.number]
  const shown = line.phones.filter(
    (phone) =>
      (phone.confidence === 'two-sources' || phone.confidence === 'confirmed-by-center') &&
      !wasWrong(directory, phone.number) &&
      (audience === 'professional' || ruleOf(phone)?.audience !== 'professional') &&
      !(topic === 'abuse' && ruleOf(phone)?.topic === 'trafficking'),
  )
  if (topic !== 'trafficking') return shown
  const first = shown.filter((phone) => ruleOf(phone)?.topic === 'trafficking')
  return [...first, ...shown.filter((phone) => !first.includes(phone))]
}

/** The text code of a record: only where two sources print the record and nothing speaks against the code. */
export function shownText(directory: Directory, line: Line, audience: Audience): string | null {
  const hidden = line.confidence !== 'two-sources' || line.key in directory.rules.hidden_texts
  if (hidden || line.text === null || wasWrong(directory, line.text)) return null
  return mayShowLine(directory, line, audience) ? line.text : null
}

/** The hours in words, where more than one source gives them. */
export const shownHours = ({ rules }: Directory, line: Line) => (line.key in rules.hidden_hours ? null : line.hours)

/** The web page of a line; `online` asks for its form first. */
export function shownAddress({ rules }: Directory, line: Line, online: boolean): string | null {
  if (line.key in rules.hidden_addresses) return null
  return online ? (line.online_report_url ?? line.url) : line.url
}

/** The first number of a line that may be shown to everybody; null where there is none. */
export const shownNumber = (directory: Directory, key: LineKey): string | null =>
  shownPhones(directory, directory.lines[key], 'public', 'any').find(({ tty }) => !tty)?.number ?? null
