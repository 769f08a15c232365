// Kinds of phrases as bits: whether a sentence has any of some kinds is one comparison, and most sentences have none.

import { type TriggerKind, triggerKinds } from '../../../knowledge/index.ts'

const bits = new Map<TriggerKind, number>(triggerKinds.map((kind, at) => [kind, 1 << at]))

/** One bit a kind; there are fewer than 32. */
export const kindsOf = (...kinds: readonly TriggerKind[]): number =>
  kinds.reduce((sum, kind) => sum | (bits.get(kind) ?? 0), 0)
