// Compares the total that was recorded in the response with the one that was computed.

import type { Note } from './form-problem.ts'
import { linkIdOf, type Reading } from './reading.ts'
import type { Value } from './value.ts'

/** Says what was computed, not what was recorded: the record is part of the response. */
export function noteRecorded(readings: readonly Reading[], linkId: string, total: number, note: Note): void {
  const judged = readings.filter((one) => linkIdOf(one) === linkId).flatMap((one) => one.judged)
  for (const { value } of judged) {
    const recorded = numberOf(value)
    if (recorded === undefined) note('recorded-total-unreadable', linkId)
    else if (recorded !== total) note('recorded-total-disagrees', linkId, { detail: total })
  }
}

const numberOf = (value: Value | undefined): number | undefined =>
  value?.kind === 'Decimal' || value?.kind === 'Integer' || value?.kind === 'Quantity' ? value.value : undefined
