// One entry of the lexicon, as the engine knows it.

import type { Language, LexiconEntry } from '../../knowledge/index.ts'

export type Rule = { readonly entry: LexiconEntry; readonly language: Language }

/** What a rule's hits are for: what stands around a finding, the whole note (headings and the like), a finding. */
export const ruleKinds = { around: 0, note: 1, finding: 2 } as const

export function ruleKind({ entry }: Rule): 0 | 1 | 2 {
  if ('code' in entry) return ruleKinds.finding
  const wide =
    'trigger' in entry &&
    (entry.trigger === 'general' || entry.trigger === 'echo-no' || entry.trigger.endsWith('heading'))
  return wide ? ruleKinds.note : ruleKinds.around
}
