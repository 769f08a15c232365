// The marks of one sentence that end or bound the reach of a phrase: commas, brackets, dashes. Found once for all its findings.

import type { Span } from './spans.ts'

/** What a sentence may hold, as bits. One look at each character spares the rules a dozen searches that find nothing. */
export const marks = { comma: 1, closing: 2, dash: 4, digit: 8, box: 16, blank: 32, wide: 64 } as const

const markOf = new Uint8Array(65536)
const setMarks = (characters: string, mark: number): void => {
  for (const character of characters) markOf[character.charCodeAt(0)] = mark
}
setMarks(',', marks.comma)
setMarks(')', marks.closing)
setMarks('-–—•|*', marks.dash)
setMarks('0123456789', marks.digit)
setMarks('☐□▢◻⬜☑☒✓✔✗✘■⊠✅[(', marks.box)
for (let unit = 0; unit < 65536; unit++) if (/\s/u.test(String.fromCharCode(unit))) markOf[unit] = marks.blank

/** `wide` stands for two blanks beside each other. */
export function marksIn(text: string, start: number, end: number): number {
  let found = 0
  let before = 0
  for (let at = start; at < end; at++) {
    const mark = markOf[text.charCodeAt(at)] ?? 0
    found |= mark | ((mark & before & marks.blank) << 1)
    before = mark
  }
  return found
}

/** Where a mark stands between two places, in order. */
export function placesOf(text: string, mark: string, from: number, to: number): readonly number[] {
  const places: number[] = []
  const part = text.slice(from, to)
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + 1)) places.push(from + at)
  return places
}

const anyDash = /\s[-–—]+\s|—|\s•\s|\||\*\*|\s{6}/gu

/** Dashes, bullets, bars, stars and wide gaps between two places. They may overlap: " - - " holds two. */
export function dashesIn(text: string, start: number, end: number): readonly Span[] {
  const part = text.slice(start, end)
  const found: Span[] = []
  anyDash.lastIndex = 0
  for (let dash = anyDash.exec(part); dash !== null; dash = anyDash.exec(part)) {
    found.push({ start: start + dash.index, end: start + dash.index + dash[0].length })
    anyDash.lastIndex = dash.index + 1
  }
  return found
}
