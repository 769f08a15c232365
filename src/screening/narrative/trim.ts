// A pattern may have taken a word of context into its span ("denies drinking", "no longer using"): the span then begins behind it,
// so that the word can do its work. "No coat" stays whole: there the negation is the sign.

import type { TriggerEntry } from '../../knowledge/index.ts'
import { folds, lastMark } from './fold.ts'
import type { Hit } from './hit.ts'
import type { Target } from './targets.ts'

const kinds: ReadonlySet<string> = new Set(['ended', 'pre-possible', 'asked', 'pre-historical', 'pre-hypothetical'])

const leads = (entry: TriggerEntry): boolean =>
  kinds.has(entry.trigger) || (entry.trigger === 'pre-negated' && entry.scope === 'list')

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && (folds[text.charCodeAt(at)] ?? 0) <= lastMark) at++
  return at
}

/** The target without the words of context that it begins with. */
export function trimmed(target: Target, hits: readonly Hit[], text: string): Target {
  const lead = hits.find(
    ({ rule, first, last }) =>
      'trigger' in rule.entry && leads(rule.entry) && first === target.first && last < target.last,
  )
  return lead === undefined ? target : { ...target, first: lead.last + 1, start: nextWord(text, lead.end) }
}
