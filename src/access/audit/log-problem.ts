// What a check of the log found, as sentences for the person who has to act on them. The list is cut at a hundred: a log
// replaced as a whole would otherwise fill the memory, and nobody reads the second hundred.

export type LogProblemKind =
  | 'missing'
  | 'added'
  | 'changed'
  | 'reordered'
  | 'truncated'
  | 'fork'
  | 'clock'
  | 'signature'
  /** Nothing proves the log: no checkpoint could be believed. */
  | 'uncovered'

export type LogProblem = {
  readonly kind: LogProblemKind
  /** The first entry concerned, or null where the log as a whole is. */
  readonly sequence: number | null
  readonly sentence: string
}

export type Findings = {
  add(kind: LogProblemKind, sequence: number | null, sentence: string): void
  list(): readonly LogProblem[]
  /** Found but not listed. */
  more(): number
}

export const mostListed = 100

export function collectFindings(): Findings {
  const problems: LogProblem[] = []
  let more = 0
  return {
    add(kind, sequence, sentence) {
      if (problems.length < mostListed) problems.push({ kind, sequence, sentence })
      else more += 1
    },
    list: () => problems,
    more: () => more,
  }
}

export const entries = (first: number, last: number): string =>
  first === last ? `Entry ${first}` : `Entries ${first} to ${last}`
