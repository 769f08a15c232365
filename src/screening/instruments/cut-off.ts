// The band a total falls in, and the one that is already reached while answers are missing.

import type { CutOff } from './definition.ts'

/** Null when no cut-off holds the total. The cut-offs rise. */
export const bandOf = (total: number, cutOffs: readonly CutOff[]): string | null => {
  const found = cutOffs.findLast(({ from }) => from <= total)
  return found === undefined || (found.to !== undefined && total > found.to) ? null : found.band
}

/**
 * The highest band that is reached whatever the missing answers are; only for weights that cannot be negative, as then
 * the total can only rise. The band of a total of 0 is reached by everybody and says nothing.
 */
export const reachedBand = (soFar: number, cutOffs: readonly CutOff[]): string | null =>
  cutOffs.findLast(({ from }) => from > 0 && from <= soFar)?.band ?? null
