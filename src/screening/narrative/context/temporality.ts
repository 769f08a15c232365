// Current, historical or hypothetical. A condition wins over everything; of past and present the nearer word decides.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import { toldWithConditions } from '../nature.ts'
import type { Decided } from './assertion.ts'
import { commasBetween, isParted, reachesBack, reachesForward } from './reach.ts'
import { after, before, between, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Temporality = 'current' | 'historical' | 'hypothetical'

const said = ({ text }: Surroundings, { start, end }: Pick<Stretch, 'start' | 'end'>): string => text.slice(start, end)

const wordsBetween = (a: Stretch, b: Stretch): number => (a.last < b.first ? b.first - a.last : a.first - b.last)

/** A bare condition or intention, as against "staff to watch for", "what to do if", "signs such as". */
const plainCondition =
  /^(?:if|si|when|cuando|unless|should|whenever|a menos|en caso|la pr[oó]xima|next time|look|looking|watch|wants?|plans?|planning|threat|amenaz|quiere|piensa|planea|pretende|will|would|por si|y si|aun si)/iu

/** "If she runs again, call" and "call if she runs again"; a condition in mid-sentence looks forward only. */
function condition(around: Surroundings, finding: Stretch, code?: IndicatorCode): Trigger | undefined {
  const told = code !== undefined && toldWithConditions.has(code)
  return before(around, finding.start, ['pre-hypothetical']).find(
    (trigger) =>
      !(told && plainCondition.test(said(around, trigger))) &&
      startsClause(around, trigger) &&
      between(around, trigger.end, finding.start, ['stop']).length === 0 &&
      (reachesForward(around, trigger, finding) ||
        isFirst(around, trigger) ||
        commasBetween(around, trigger.end, finding.start).length < 3),
  )
}

const isFirst = (around: Surroundings, trigger: Trigger): boolean =>
  around.text.slice(around.start, trigger.start).trim() === ''

/** An unaccented Spanish "si" may be "yes": it is "if" only where a clause begins. */
function startsClause({ text, start }: Surroundings, trigger: Trigger): boolean {
  if (trigger.entry.start !== true) return true
  if (/í/iu.test(text.slice(trigger.start, trigger.end))) return false
  return /(?:^|[,:(;.–—-])\s*(?:y\s+|o\s+)?$/u.test(text.slice(Math.max(start, trigger.start - 6), trigger.start))
}

const year = /(?<![\d/.:-])(19[89]\d|20\d\d)(?!\d|:\d|\s*(?:hrs?|hours|h|horas)\b|[/-]\d)/gu
const notYear = /(?:\b(?:at|by|@|approx|until|till|around|a las|las|desde|since|hasta)|#|\$)\s*$/iu

/** A year before that of the note, as something that lies behind: "in 2019", "(2021)". */
function pastYears(around: Surroundings, noteYear: number): readonly Stretch[] {
  const found = [...around.text.slice(around.start, around.end).matchAll(year)]
  return found.flatMap(({ index, 0: digits }): readonly Stretch[] => {
    const start = around.start + index
    if (Number(digits) >= noteYear || notYear.test(around.text.slice(Math.max(around.start, start - 10), start)))
      return []
    return [{ start, end: start + digits.length, first: 0, last: 0 }]
  })
}

/** "Has not since", "now", "but": what lies behind such a word is told of another time. */
const apart = (around: Surroundings, a: Pick<Stretch, 'start' | 'end'>, b: Pick<Stretch, 'start' | 'end'>): boolean => {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start]
  return (
    isParted(around, from, to) ||
    between(around, from, to, ['resume']).some(({ start }) => /,\s*$/.test(around.text.slice(from, start)))
  )
}

/** "No longer using", "nausea resolved": it was, and is over. */
export function endedBy(around: Surroundings, finding: Stretch): Trigger | undefined {
  const ahead = before(around, finding.start, ['ended']).find(
    (t) => reachesForward(around, t, finding) && finding.first - t.last <= 2,
  )
  return ahead ?? after(around, finding.end, ['ended']).find((t) => reachesBack(around, t, finding))
}

function pastOf(around: Surroundings, finding: Stretch, noteYear: number): Pick<Stretch, 'start' | 'end'> | undefined {
  const ended = endedBy(around, finding)
  const history = before(around, finding.start, ['pre-historical']).find((trigger) =>
    reachesForward(around, trigger, finding),
  )
  const times = around.triggers.filter(({ entry }) => entry.trigger === 'historical')
  const near = [...times, ...pastYears(around, noteYear)].find(
    (time) => (time.end <= finding.start || time.start >= finding.end) && !apart(around, time, finding),
  )
  return ended ?? history ?? near
}

function presentNearer(around: Surroundings, finding: Stretch, past: Pick<Stretch, 'start' | 'end'>): boolean {
  const distance = ({ start, end }: Pick<Stretch, 'start' | 'end'>): number =>
    end <= finding.start ? finding.start - end : Math.max(0, start - finding.end)
  return around.triggers.some(
    (trigger) =>
      trigger.entry.trigger === 'current' &&
      wordsBetween(trigger, finding) < 8 &&
      distance(trigger) < distance(past) &&
      !apart(around, trigger, finding),
  )
}

/** `noteYear`: the year in which the note was written; earlier years lie in the past. */
export function temporalityOf(
  around: Surroundings,
  finding: Stretch,
  noteYear: number,
  code?: IndicatorCode,
): Decided<Temporality> {
  const conditional = condition(around, finding, code)
  if (conditional !== undefined) return { value: 'hypothetical', because: said(around, conditional) }
  const past = pastOf(around, finding, noteYear)
  if (past === undefined || presentNearer(around, finding, past)) return undefined
  return { value: 'historical', because: said(around, past) }
}
