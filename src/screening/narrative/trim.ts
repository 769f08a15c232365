// A pattern may have taken a word of context into its span ("denies drinking", "no longer using"): the span then begins behind it,
// so that the word can do its work. "No coat" stays whole: there the negation is the sign.

import type { TriggerEntry } from '../../knowledge/index.ts'
import { folds, lastMark } from './fold.ts'
import type { Hit } from './hit.ts'
import { deniedInside, endsAsSign, neverByNegation, openInside } from './nature.ts'
import type { Target } from './targets.ts'

const kinds: ReadonlySet<string> = new Set(['ended', 'pre-possible', 'asked', 'pre-historical', 'pre-hypothetical'])

const leads = (entry: TriggerEntry): boolean =>
  kinds.has(entry.trigger) || (entry.trigger === 'pre-negated' && entry.scope === 'list')

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && (folds[text.charCodeAt(at)] ?? 0) <= lastMark) at++
  return at
}

const isNegation = ({ rule }: Hit): boolean => 'trigger' in rule.entry && rule.entry.trigger === 'pre-negated'

/** "Safe, no visible injury", "BAL 0.19": at the end of the words a denial is the beginning of something else. */
const endsWith = (hit: Hit, target: Target): boolean => isNegation(hit) && hit.last === target.last

const isPseudo = ({ rule }: Hit): boolean => 'trigger' in rule.entry && rule.entry.trigger === 'pseudo'

/** Without those that a longer phrase takes: "without permission" denies nothing. */
function standingIn(hits: readonly Hit[]): readonly Hit[] {
  const pseudos = hits.filter(isPseudo)
  if (pseudos.length === 0) return hits
  return hits.filter((hit) => !pseudos.some((outer) => outer.first <= hit.first && outer.last >= hit.last))
}

const isNegativeResult = ({ rule }: Hit): boolean => 'trigger' in rule.entry && rule.entry.trigger === 'post-negated'

/** Not being home is running away; not having run is not. */
const notRun =
  /(?:not|never|n['’]?t)\s+(?:once\s+)?(?:run|ran|running|left|leave|gone awol|eloped|taken off|sneak)|(?:no|nunca) se (?:nos )?ha (?:vuelto a )?(?:ido|fug|escap|salid)/iu

const isPlain = ({ entry }: Target): boolean => neverByNegation.has(entry.code) && entry.opposite !== true

const isModal = ({ rule, first, last }: Hit): boolean =>
  'trigger' in rule.entry && rule.entry.trigger === 'pre-possible' && first === last

/** The target without the words of context that it begins with. */
function withoutLead(target: Target, hits: readonly Hit[], text: string): Target {
  const plain = isPlain(target)
  // Hits come in the order in which they end, and the longest phrase wins: "no longer" is no "no".
  const lead = hits.findLast(
    (hit) =>
      'trigger' in hit.rule.entry &&
      (leads(hit.rule.entry) || (plain && isNegation(hit))) &&
      !(hit.rule.entry.trigger === 'ended' && endsAsSign.has(target.entry.code)) &&
      hit.first === target.first &&
      hit.last < target.last,
  )
  return lead === undefined
    ? target
    : {
        ...target,
        first: lead.last + 1,
        start: nextWord(text, lead.end),
        ownNegation: target.ownNegation && !isNegation(lead),
      }
}

/** An apostrophe inside a word is not seen, so "I'd" looks like "ID". */
export const isMistaken = ({ entry, start, end }: Target, text: string): boolean =>
  entry.code === 'false-id' && /\bI['’]d\b/u.test(text.slice(start, end))

const answered = /^(.+?)\s*(?::\s*(?:no|n|sí|si|s|yes|y|none|neg)|[[(☐☒☑].{0,3})$/isu

/** "Fugas: no", "Car [X": the answer is none of the words. */
function withoutAnswer(target: Target, text: string): Target {
  const label = answered.exec(text.slice(target.start, target.end))?.[1]
  return label === undefined ? target : { ...target, end: target.start + label.length, last: target.last - 1 }
}

/** The words that deny a finding inside its span, if any do. */
function denialIn(target: Target, inside: readonly Hit[], text: string): Hit | undefined {
  if (!deniedInside.has(target.entry.code) || target.entry.opposite === true) return undefined
  if (notRun.test(text.slice(target.start, target.end))) return inside.find(isNegation)
  if (!target.ownNegation) return inside.find((hit) => isNegation(hit) || (isPlain(target) && isNegativeResult(hit)))
  if (!isPlain(target)) return undefined
  // The pattern knows the negation itself: only at its beginning, or as a result at its end, does it deny the sign.
  return inside.find((hit) => (isNegation(hit) && hit.first <= target.first + 1) || isNegativeResult(hit))
}

/** A denial or doubt in a gap of the pattern: "has not run away", "novio podría tener 25". */
export function trimmed(given: Target, hits: readonly Hit[], text: string): Target {
  const cut = withoutAnswer(withoutLead(given, hits, text), text)
  const inside = standingIn(hits.filter((hit) => hit.first >= cut.first && hit.last <= cut.last && !endsWith(hit, cut)))
  const target = { ...cut, ownNegation: cut.ownNegation && inside.some(isNegation) }
  const denial = denialIn(target, inside, text)
  const doubt = openInside.has(target.entry.code) ? inside.find(isModal) : undefined
  return {
    ...target,
    ...(denial === undefined ? {} : { denied: text.slice(denial.start, denial.end) }),
    ...(doubt === undefined ? {} : { open: text.slice(doubt.start, doubt.end) }),
  }
}
