// How far a phrase of context reaches. "Denies drug use, gang ties or running away" reaches over its list; "no injuries, has two
// phones" ends at the comma, because something new begins there; "but" always ends it.

import { after, between, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

const joined = /(?:^|[\s,])(?:and|y|e|&|then|also)\s+(?:she\s+|he\s+|they\s+|ella\s+|él\s+)?$/iu
const goesOn = /^\s*(?:that|que|or|nor|o|u|ni|and|y|e|any|being|having|haber|if|si|whether)\b/iu

/** Words that a new statement begins with: "she ...", "mom ...", "reports ...". */
const beginners = ['pronoun', 'child-person', 'other-person', 'resume', 'says'] as const

function placesOf(text: string, mark: string, from: number, to: number): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) places.push(at)
  return places
}

export const commasBetween = ({ text }: Surroundings, from: number, to: number): readonly number[] =>
  placesOf(text, ',', from, to)

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

function commaEnds(around: Surroundings, comma: number, scope: Scope): boolean {
  if (beginsAnew(around, comma)) return true
  if (scope === 'list') return false
  const listed = between(around, comma, around.end, ['or']).length > 0
  return !(listed || (scope === 'clause' && isShortItem(around, comma)))
}

/** "... and says", "... y trae": a second statement without a comma. */
const joinedStatement = (around: Surroundings, from: number, to: number): boolean =>
  between(around, from, to, ['resume']).some(({ start }) =>
    joined.test(around.text.slice(Math.max(from, start - 14), start)),
  )

const tells =
  /^(?:ran|left|took|was|is|has|had|got|went|came|uses|used|tested|se|le|lo|la|tiene|trae|es|está|fue|ha)\s/iu

/** "Denies drugs and ran away", "niega consumo y se fugó": the finding is itself a second statement. */
const isJoined = ({ text }: Surroundings, from: number, { start, end }: Stretch): boolean =>
  tells.test(text.slice(start, end)) && joined.test(text.slice(Math.max(from, start - 14), start))

const dashes = /\s[-–—]+\s|—|\s•\s|\||\*{2,}|\s{6,}/u

/** A bracket that opens or closes between two places, unless both. */
function leavesBracket(part: string): boolean {
  const open = part.lastIndexOf('(')
  const close = part.indexOf(')')
  return close >= 0 && (open < 0 || close < open)
}

/** Whether something between two places ends every reach. */
export function isParted(around: Surroundings, from: number, to: number): boolean {
  const part = around.text.slice(from, to)
  return (
    between(around, from, to, ['stop']).length > 0 ||
    around.boxes.some((box) => box.start >= from && box.end <= to) ||
    dashes.test(part) ||
    leavesBracket(part)
  )
}

const fewWords = 6

/** Whether a phrase that looks forward reaches a finding behind it. */
export function reachesForward(around: Surroundings, trigger: Trigger, finding: Stretch): boolean {
  const scope = trigger.entry.scope ?? 'clause'
  if (trigger.end > finding.start || isParted(around, trigger.end, finding.start)) return false
  if (scope === 'near' && finding.first - trigger.last > fewWords) return false
  if (scope === 'next' && finding.first - trigger.last > 2) return false
  if (joinedStatement(around, trigger.end, finding.start) || isJoined(around, trigger.end, finding)) return false
  return !commasBetween(around, trigger.end, finding.start).some((comma) => commaEnds(around, comma, scope))
}

/** Whether a phrase that looks back reaches a finding before it: close by, and nothing new in between. */
export function reachesBack(around: Surroundings, trigger: Trigger, finding: Stretch, words = 4): boolean {
  if (trigger.start < finding.end || trigger.first - finding.last > words + 1) return false
  if (isParted(around, finding.end, trigger.start)) return false
  return commasBetween(around, finding.end, trigger.start).length === 0
}
