// Watches the numbers of the entries as they pass. A gap is kept open for a while: an entry that turns up later and belongs
// in it was moved, one that does not was added. Gaps kept open are few, so that memory stays the same for any log.

import { entries, type Findings } from './log-problem.ts'

export type SequenceCheck = { see(sequence: number): void; end(): void }

type Gap = { readonly first: number; readonly last: number }

const mostGaps = 100

export function sequenceCheck(findings: Findings): SequenceCheck {
  let highest = 0
  let gaps: readonly Gap[] = []

  const reportMissing = ({ first, last }: Gap): void =>
    findings.add('missing', first, `${entries(first, last)} ${first === last ? 'is' : 'are'} missing.`)

  const open = (gap: Gap): void => {
    const [oldest, ...younger] = gaps
    if (gaps.length === mostGaps && oldest !== undefined) {
      reportMissing(oldest)
      gaps = younger
    }
    gaps = [...gaps, gap]
  }

  const outOfPlace = (sequence: number): void => {
    const gap = gaps.find(({ first, last }) => first <= sequence && sequence <= last)
    if (gap === undefined) {
      findings.add('added', sequence, `Entry ${sequence} stands a second time, after entry ${highest}: one was added.`)
      return
    }
    gaps = gaps.flatMap((one) => (one === gap ? around(gap, sequence) : [one]))
    findings.add('reordered', sequence, `Entry ${sequence} stands after entry ${highest}: the order was changed.`)
  }

  return {
    see(sequence) {
      if (sequence <= highest) outOfPlace(sequence)
      else if (sequence > highest + 1) open({ first: highest + 1, last: sequence - 1 })
      highest = Math.max(highest, sequence)
    },
    end: () => gaps.forEach(reportMissing),
  }
}

/** What is left of a gap when one of its entries has turned up. */
const around = ({ first, last }: Gap, found: number): readonly Gap[] =>
  [
    { first, last: found - 1 },
    { first: found + 1, last },
  ].filter((gap) => gap.first <= gap.last)
