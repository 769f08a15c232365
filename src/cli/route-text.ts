// The answer of bin/footbridge route as plain text, a step a paragraph.

import type { Route, Step } from '../reporting/index.ts'

export const routeText = ({ place, notes, steps, no_answer, duty }: Route): string =>
  [place, ...notes, ...steps.map(stepText), `\n${no_answer}`, ...(duty === null ? [] : dutyLines(duty))].join('\n')

/** Where there is no number, what the line is for and its page say how to find one. */
const stepText = ({ name, phones, text, url, hours, open_note, why, for: purpose, note }: Step, at: number): string =>
  [
    `\n${at + 1}. ${name}`,
    ...told([
      open_note,
      why,
      ...phones.map(({ number, label }) => `${number}  ${label}`),
      text === null ? null : `SMS ${text}`,
      hours,
      phones.length === 0 ? purpose : null,
      url,
      note,
    ]).map((line) => `   ${line}`),
  ].join('\n')

const dutyLines = ({ text, who, statute, outer_limit }: NonNullable<Route['duty']>): readonly string[] => [
  `\n${text} ${who} (${statute})`,
  ...(outer_limit === null ? [] : told([outer_limit.first, outer_limit.written, outer_limit.review])),
]

const told = (lines: readonly (string | null)[]): readonly string[] =>
  lines.filter((line) => line !== null).filter((line) => line !== '')
