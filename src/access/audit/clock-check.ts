// Watches the times of the entries. They are numbered in the order in which their transactions ended but dated when these
// began, so a little going back is usual; more means that the clock was set back, or that an entry is dated wrongly.

import type { AuditEntry } from './canonical-entry.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Findings } from './log-problem.ts'

/** Our own judgement, not a standard: no transaction of ours runs for five minutes. */
export const usualTolerance = 5 * 60 * 1000

export type ClockCheck = { see(entry: AuditEntry): void; seeCheckpoint(checkpoint: Checkpoint): void }

export function clockCheck(findings: Findings, toleranceMs: number): ClockCheck {
  let latest = ''
  let signed: Checkpoint | undefined

  const report = (sequence: number | null, from: string, to: string, what: string): void =>
    findings.add('clock', sequence, `${what}: the clock goes back from ${from} to ${to}.`)

  return {
    // Times of one form compare as text; a date is made only where one is earlier than the one before.
    see({ sequence, occurredAt }) {
      const back = occurredAt < latest && Date.parse(latest) - Date.parse(occurredAt) > toleranceMs
      if (back) report(sequence, latest, occurredAt, `At entry ${sequence}`)
      // After a report the new time counts, so that one step of the clock is told once.
      if (back || occurredAt > latest) latest = occurredAt
    },
    seeCheckpoint(checkpoint) {
      const { size, time } = checkpoint
      if (latest !== '' && Date.parse(latest) - Date.parse(time) > toleranceMs)
        report(size, latest, time, `An entry is dated later than the checkpoint of ${size} entries that covers it`)
      if (signed !== undefined && Date.parse(signed.time) - Date.parse(time) > toleranceMs)
        report(size, signed.time, time, `The checkpoint of ${size} entries is older than the one of ${signed.size}`)
      signed = checkpoint
    },
  }
}
