// The marks of one sentence that end or bound the reach of a phrase: commas, brackets, dashes. Found once for all its findings.

import type { Span } from './spans.ts'

/** Where a mark stands between two places, in order. */
export function placesOf(text: string, mark: string, from: number, to: number): readonly number[] {
  const places: number[] = []
  const part = text.slice(from, to)
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + 1)) places.push(from + at)
  return places
}

const mayHold = /[-–—•|*]|\s{6}/u
const anyDash = /\s[-–—]+\s|—|\s•\s|\||\*\*|\s{6}/gu

/** Dashes, bullets, bars, stars and wide gaps between two places. They may overlap: " - - " holds two. */
export function dashesIn(text: string, start: number, end: number): readonly Span[] {
  const part = text.slice(start, end)
  const found: Span[] = []
  if (!mayHold.test(part)) return found
  anyDash.lastIndex = 0
  for (let dash = anyDash.exec(part); dash !== null; dash = anyDash.exec(part)) {
    found.push({ start: start + dash.index, end: start + dash.index + dash[0].length })
    anyDash.lastIndex = dash.index + 1
  }
  return found
}
