// One entry of the lexicon, as the engine knows it.

import type { Language, LexiconEntry } from '../../knowledge/index.ts'

/** `name`: language/id. */
export type Rule = { readonly entry: LexiconEntry; readonly language: Language; readonly name: string }

/** Whether a rule's hits are findings. */
export const isFinding = ({ entry }: Rule): boolean => 'code' in entry

/** Whether they speak of the whole note (headings and the like); all others only of findings near them. */
export const isNoteWide = ({ entry }: Rule): boolean =>
  'trigger' in entry && (entry.trigger === 'general' || entry.trigger.endsWith('heading'))
