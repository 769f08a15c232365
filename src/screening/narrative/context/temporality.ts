// Current, historical or hypothetical. A condition wins over everything; of past and present the nearer word decides.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import type { Decided } from './assertion.ts'
import { endsAsSign } from '../nature.ts'
import { conditionOf, startsClause } from './conditions.ts'
import { kindsOf } from './kinds.ts'
import { marks } from './marks.ts'
import { isParted, reachesBack, reachesForward } from './reach.ts'
import { placeOf, type Span, Spans } from './spans.ts'
import { after, before, ofKinds, perSentence, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Temporality = 'current' | 'historical' | 'hypothetical'

const resume = kindsOf('resume')
const ended = kindsOf('ended')
const history = kindsOf('pre-historical')
const past = kindsOf('historical')
const present = kindsOf('current')

const said = ({ text }: Surroundings, { start, end }: Span): string => text.slice(start, end)

const wordsBetween = (a: Stretch, b: Stretch): number => (a.last < b.first ? b.first - a.last : a.first - b.last)

const year = /(?<![\d/.:-])(19[89]\d|20\d\d)(?!\d|:\d|\s*(?:hrs?|hours|h|horas)\b|[/-]\d)/gu
const notYear =
  /(?:\b(?:at|by|@|approx|until|till|around|a las|las|desde|since|hasta|born(?: in)?|dob|naci[oó] (?:el|en)(?: el)?|nacid[oa] en|birth (?:year|date))|#|\$)[\s:]*$/iu

type Year = Span & { readonly year: number }

/** Years of a sentence, as something that may lie behind: "in 2019", "(2021)". */
function yearsIn({ text, start, end }: Surroundings): readonly Year[] {
  return Array.from(text.slice(start, end).matchAll(year), ({ index, 0: digits }) => ({
    ...{ start: start + index, end: start + index + digits.length, year: Number(digits) },
  })).filter((one) => !notYear.test(text.slice(Math.max(start, one.start - 16), one.start)))
}

/** Spanish "antes" speaks of the past where a clause begins or ends with it. */
const standsAlone = (around: Surroundings, trigger: Trigger): boolean =>
  startsClause(around, trigger) || /^\s*(?:$|[.,;:)»”"'])/u.test(around.text.slice(trigger.end, trigger.end + 3))

/** Words and years of the past, each with where they end. */
const pastTimes = perSentence((around) => {
  const [words, years] = [ofKinds(around, past).filter((one) => standsAlone(around, one)), yearsIn(around)]
  const endsOf = (spans: readonly Span[]): readonly number[] => spans.map(({ end }) => end)
  return { words, wordEnds: endsOf(words), years, yearEnds: endsOf(years) }
})

/** A comma and the word behind it that begins anew: ", now". */
const freshStarts = perSentence((around) => {
  const spans = ofKinds(around, resume).flatMap(({ start, end }): readonly Span[] => {
    const ahead = around.text.slice(around.start, start).trimEnd()
    return ahead.endsWith(',') ? [{ start: around.start + ahead.length - 1, end }] : []
  })
  return new Spans(spans)
})

/** "Has not since", "now", "but": what lies behind such a word is told of another time. */
function apart(around: Surroundings, a: Span, b: Span): boolean {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start]
  return isParted(around, from, to) || ((around.kinds & resume) !== 0 && freshStarts(around).within(from, to))
}

const conditional = /\b(?:if|si|when|until|unless|hasta que|cuando)\s+(?:\p{L}+\s+){0,2}$/iu

/** "Would tell all if she stopped": nothing has ended. */
const isSupposed = ({ text, start }: Surroundings, trigger: Trigger): boolean =>
  conditional.test(text.slice(Math.max(start, trigger.start - 30), trigger.start))

/** "No longer using", "nausea resolved": it was, and is over. */
export function endedBy(around: Surroundings, finding: Stretch, code?: IndicatorCode): Trigger | undefined {
  if (code !== undefined && endsAsSign.has(code)) return undefined
  const ahead = before(around, finding.start, ended).find(
    (t) => reachesForward(around, t, finding) && finding.first - t.last <= 2 && !isSupposed(around, t),
  )
  return (
    ahead ?? after(around, finding.end, ended).find((t) => reachesBack(around, t, finding) && !isSupposed(around, t))
  )
}

const mostTimes = 50

/** What began then and goes on: "jumped in at 13". */
const inceptive = /\b(?:jumped in|joined|started|began|diagnosed|entr[oó] a|desde)\b/iu

/** The first time of the past, in the order of the sentence, that nothing parts from the finding. */
function timeNear(around: Surroundings, finding: Stretch, noteYear: number): Span | undefined {
  if ((around.kinds & past) === 0 && !around.has(marks.digit)) return undefined
  const { words, wordEnds, years, yearEnds } = pastTimes(around)
  const parted = around.partings.startBefore(finding.start)
  const near = <Time extends Span>(times: readonly Time[], ends: readonly number[]): readonly Time[] => {
    const from = placeOf(ends, parted + 1)
    return times.slice(from, from + mostTimes)
  }
  const tells = (time: Span): boolean =>
    (time.end <= finding.start || time.start >= finding.end) && !apart(around, time, finding)
  return near(words, wordEnds).find(tells) ?? near(years, yearEnds).find((one) => one.year < noteYear && tells(one))
}

const pastOf = (around: Surroundings, finding: Stretch, noteYear: number, code?: IndicatorCode): Span | undefined =>
  endedBy(around, finding, code) ??
  before(around, finding.start, history).find((trigger) => reachesForward(around, trigger, finding)) ??
  timeNear(around, finding, noteYear)

function presentNearer(around: Surroundings, finding: Stretch, time: Span): boolean {
  const distance = ({ start, end }: Span): number =>
    end <= finding.start ? finding.start - end : Math.max(0, start - finding.end)
  const nearer = (trigger: Trigger): boolean =>
    wordsBetween(trigger, finding) < 8 && distance(trigger) < distance(time) && !apart(around, trigger, finding)
  return before(around, finding.start, present).some(nearer) || after(around, finding.end, present).some(nearer)
}

/** `noteYear`: the year in which the note was written; earlier years lie in the past. */
export function temporalityOf(
  around: Surroundings,
  finding: Stretch,
  noteYear: number,
  code?: IndicatorCode,
): Decided<Temporality> {
  const supposed = conditionOf(around, finding, code)
  if (supposed !== undefined) return { value: 'hypothetical', because: said(around, supposed) }
  // A change is told by what was before it, and what began once goes on.
  if (code === 'sudden-change' || inceptive.test(around.text.slice(finding.start, finding.end))) return undefined
  const time = pastOf(around, finding, noteYear, code)
  if (time === undefined || presentNearer(around, finding, time)) return undefined
  return { value: 'historical', because: said(around, time) }
}
