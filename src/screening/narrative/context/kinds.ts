// Kinds of phrases as bits: whether a sentence has any of some kinds is one comparison, and most sentences have none.

import type { TriggerKind } from '../../../knowledge/index.ts'

/** One place each, below 32. Its type holds that no kind is forgotten. */
const places: Readonly<Record<TriggerKind, number>> = {
  ...{
    'pre-negated': 0,
    'post-negated': 1,
    'pre-possible': 2,
    'post-possible': 3,
    pseudo: 4,
    stop: 5,
    resume: 6,
    or: 7,
  },
  ...{
    'pre-historical': 8,
    historical: 9,
    current: 10,
    ended: 11,
    'not-since': 12,
    'pre-hypothetical': 13,
    general: 14,
  },
  ...{ asked: 15, 'echo-no': 16, 'other-person': 17, 'child-person': 18, pronoun: 19, says: 20, 'not-subject': 21 },
  ...{ 'of-whom': 22, who: 23, yes: 24, no: 25, unknown: 26, 'family-heading': 27, 'plan-heading': 28 },
  ...{ 'history-heading': 29, heading: 30 },
}

export const kindsOf = (...kinds: readonly TriggerKind[]): number =>
  kinds.reduce((sum, kind) => sum | (1 << places[kind]), 0)
