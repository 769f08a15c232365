// How far a phrase of context reaches. "Denies drug use, gang ties or running away" reaches over its list; "no injuries, has two
// phones" ends at the comma, because something new begins there; "but" always ends it.

import { kindsOf } from './kinds.ts'
import { marks, placesOf } from './marks.ts'
import { placeOf, Spans } from './spans.ts'
import {
  after,
  between,
  hasBetween,
  ofKinds,
  perSentence,
  type Stretch,
  type Surroundings,
  type Trigger,
} from './surroundings.ts'

const joined = /(?:^|[\s,])(?:and|y|e|&|then|also)\s+(?:she\s+|he\s+|they\s+|ella\s+|él\s+)?$/iu
const goesOn = /^\s*(?:that|que|or|nor|o|u|ni|and|y|e|any|being|having|haber|if|si|whether)\b/iu

/** Words that a new statement begins with: "she ...", "mom ...", "reports ...". */
const beginners = kindsOf('pronoun', 'child-person', 'other-person', 'resume', 'says')
const resume = kindsOf('resume')
const or = kindsOf('or')

/** The commas between two places, in order. */
export function commasBetween({ commas }: Surroundings, from: number, to: number): readonly number[] {
  return commas.length === 0 ? commas : commas.slice(placeOf(commas, from), placeOf(commas, to))
}

/** Whether a statement of its own begins behind this comma. */
function beginsAnew(around: Surroundings, comma: number): boolean {
  const rest = around.text.slice(comma + 1, comma + 20)
  if (goesOn.test(rest)) return false
  const next = after(around, comma, beginners)[0]
  return (
    next !== undefined &&
    around.text
      .slice(comma + 1, next.start)
      .trim()
      .split(/\s+/)
      .filter(Boolean).length <= 1
  )
}

/** "No murmurs, gallops, rubs": what follows the comma is a short item without a number. */
function isShortItem({ text, end }: Surroundings, comma: number): boolean {
  const item = /^[^,.;:()]*/u.exec(text.slice(comma + 1, end))?.[0] ?? ''
  return item.trim().split(/\s+/).length <= 3 && !/\d/.test(item)
}

type Scope = 'list' | 'clause' | 'near' | 'next'

const commaEnds = (around: Surroundings, comma: number, scope: Scope): boolean =>
  beginsAnew(around, comma) ||
  (scope !== 'list' &&
    !hasBetween(around, comma, around.end, or) &&
    !(scope === 'clause' && isShortItem(around, comma)))

/**
 * Scope -> comma by number -> the first of those before it that, like itself, end nothing; beyond itself when it ends the scope.
 * So a list of a thousand items is looked at once, not once for each item.
 */
const clearFrom = perSentence((): Readonly<Record<Scope, number[]>> => ({ list: [], clause: [], near: [], next: [] }))

/** Whether a comma between two places ends the reach of a phrase; the last is looked at first. */
function hasEndingComma(around: Surroundings, from: number, to: number, scope: Scope): boolean {
  const { commas } = around
  const first = placeOf(commas, from)
  const beyond = placeOf(commas, to)
  if (first >= beyond) return false
  const clear = clearFrom(around)[scope]
  let at = beyond - 1
  while (at >= first) {
    const known = clear[at] ?? (commaEnds(around, commas[at] ?? 0, scope) ? at + 1 : at)
    clear[at] = known
    if (known > at) return true
    at = known - 1
  }
  clear[beyond - 1] = Math.min(first, clear[beyond - 1] ?? first)
  return false
}

/** "Denies drugs and ran away", "niega consumo y se fugó": the finding is itself a second statement. */
const tells =
  /^(?:ran|left|took|was|is|has|had|got|went|came|uses|used|tested|se|le|lo|la|tiene|trae|es|está|fue|ha)\s/iu

const longestJoint = 14

const isJoined = ({ text }: Surroundings, from: number, { start }: Stretch): boolean =>
  joined.test(text.slice(Math.max(from, start - longestJoint), start))

const joinedResumes = perSentence(
  (around) => new Spans(ofKinds(around, resume).filter((trigger) => isJoined(around, 0, trigger))),
)

/** "... and says", "... y trae": a second statement without a comma. */
function joinedStatement(around: Surroundings, from: number, to: number): boolean {
  if ((around.kinds & resume) === 0) return false
  return (
    joinedResumes(around).within(from + longestJoint, to) ||
    between(around, from, Math.min(to, from + longestJoint + 40), resume).some(
      (trigger) => trigger.start < from + longestJoint && isJoined(around, from, trigger),
    )
  )
}

const brackets = perSentence(({ text, start, end }) => ({
  opening: placesOf(text, '(', start, end),
  closing: placesOf(text, ')', start, end),
}))

/** A bracket that opens or closes between two places, unless both. */
function leavesBracket(around: Surroundings, from: number, to: number): boolean {
  if (!around.has(marks.closing)) return false
  const { opening, closing } = brackets(around)
  const close = closing[placeOf(closing, from)] ?? to
  const opened = placeOf(opening, to)
  const open = opened === 0 ? -1 : (opening[opened - 1] ?? -1)
  return close < to && (open < from || close < open)
}

/** Whether something between two places ends every reach. */
export const isParted = (around: Surroundings, from: number, to: number): boolean =>
  around.partings.within(from, to) || leavesBracket(around, from, to)

const fewWords = 6

/** Whether a phrase that looks forward reaches a finding behind it. */
export function reachesForward(around: Surroundings, trigger: Trigger, finding: Stretch): boolean {
  const scope = trigger.entry.scope ?? 'clause'
  if (trigger.end > finding.start || isParted(around, trigger.end, finding.start)) return false
  if (scope === 'near' && finding.first - trigger.last > fewWords) return false
  if (scope === 'next' && finding.first - trigger.last > 2) return false
  if (joinedStatement(around, trigger.end, finding.start)) return false
  if (tells.test(around.text.slice(finding.start, finding.end)) && isJoined(around, trigger.end, finding)) return false
  return !hasEndingComma(around, trigger.end, finding.start, scope)
}

/** Whether a phrase that looks back reaches a finding before it: close by, and nothing new in between. */
export function reachesBack(around: Surroundings, trigger: Trigger, finding: Stretch, words = 4): boolean {
  if (trigger.start < finding.end || trigger.first - finding.last > words + 1) return false
  if (isParted(around, finding.end, trigger.start)) return false
  return commasBetween(around, finding.end, trigger.start).length === 0
}
