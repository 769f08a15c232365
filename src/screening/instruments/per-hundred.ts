// What a published accuracy means for 100 children at a given prevalence. It is said of the group only, never of one child.
// By Bayes' rule; the table it is held to: domain/screening.md, 1.4.

/** Numbers of children out of 100; `rightWhen...` in percent, null where nobody would be in that group. */
export type PerHundred = {
  readonly flagged: number
  readonly flaggedRightly: number
  readonly flaggedWrongly: number
  readonly missed: number
  readonly notFlagged: number
  /** Positive predictive value. */
  readonly rightWhenFlagged: number | null
  /** Negative predictive value. */
  readonly rightWhenNotFlagged: number | null
}

/** All three in percent, from 0 to 100. Throws a RangeError outside of that: it would give numbers that mean nothing. */
export function perHundred(sensitivity: number, specificity: number, prevalence: number): PerHundred {
  for (const percent of [sensitivity, specificity, prevalence])
    if (!(percent >= 0 && percent <= 100)) throw new RangeError('A percentage from 0 to 100 is wanted.')
  const flaggedRightly = (prevalence * sensitivity) / 100
  const missed = prevalence - flaggedRightly
  const passedRightly = ((100 - prevalence) * specificity) / 100
  const flaggedWrongly = 100 - prevalence - passedRightly
  const flagged = flaggedRightly + flaggedWrongly
  const notFlagged = missed + passedRightly
  return {
    flagged,
    flaggedRightly,
    flaggedWrongly,
    missed,
    notFlagged,
    rightWhenFlagged: share(flaggedRightly, flagged),
    rightWhenNotFlagged: share(passedRightly, notFlagged),
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)

/** To one decimal, half up, as people round: 41.65 is 41.7, though a computer holds it as a little less. */
export const toOneDecimal = (number: number): number => Math.round(number * 10 + 1e-9) / 10
