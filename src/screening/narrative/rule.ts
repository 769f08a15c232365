// One entry of the lexicon, as the engine knows it.

import type { Language, LexiconEntry } from '../../knowledge/index.ts'

export type Rule = { readonly entry: LexiconEntry; readonly language: Language }

/** code: a finding. note: a heading or a word on the whole note. other: what stands around a finding. */
export type RuleKind = 'code' | 'note' | 'other'

export function ruleKind({ entry }: Rule): RuleKind {
  if ('code' in entry) return 'code'
  return 'trigger' in entry && (entry.trigger === 'general' || entry.trigger.endsWith('heading')) ? 'note' : 'other'
}
