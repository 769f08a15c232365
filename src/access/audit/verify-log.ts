// Checks a whole log against checkpoints that were kept elsewhere. It reads entry by entry and keeps the edge of the tree
// alone, so a log of any length takes the same memory. A plain hash chain would miss a log cut short; a size that was
// signed does not.

import { type AuditEntry, leafOfChecked } from './canonical-entry.ts'
import { checkpointCheck } from './checkpoint-check.ts'
import { base64Of, type Trust } from './checkpoint.ts'
import { clockCheck, usualTolerance } from './clock-check.ts'
import { entryFault } from './entry-fault.ts'
import { collectFindings, type Findings, type LogProblem } from './log-problem.ts'
import { growTree, type Hash, leafHash } from './merkle.ts'
import { sequenceCheck } from './sequence-check.ts'

export type Verdict = {
  /** No problem was found, and a checkpoint was there to find one with. Entries after `covered` are not proved. */
  readonly clean: boolean
  readonly entries: number
  /** How many entries, from the first, the largest fitting checkpoint covers. */
  readonly covered: number
  /** Base64 of the root over all entries, as it would stand in a checkpoint. */
  readonly root: string
  readonly problems: readonly LogProblem[]
  /** Problems found beyond those listed. */
  readonly more: number
}

/** `clockToleranceMs`: how far a time may lie before an earlier entry's; five minutes when left out. */
export type VerifyTrust = Trust & { readonly clockToleranceMs?: number }

/** Checkpoints may come in any order, from any number of places, and more than once. */
export async function verifyLog(
  log: AsyncIterable<AuditEntry>,
  checkpoints: readonly string[],
  trust: VerifyTrust,
): Promise<Verdict> {
  const findings = collectFindings()
  const roots = checkpointCheck(checkpoints, trust, findings)
  const sequence = sequenceCheck(findings)
  const clock = clockCheck(findings, trust.clockToleranceMs ?? usualTolerance)
  const leafOf = leaves(findings)
  const tree = growTree()
  const meet = (): void => {
    if (tree.size() === roots.next()) roots.meet(tree).forEach(clock.seeCheckpoint)
  }
  meet()
  for await (const entry of log) {
    const leaf = leafOf(entry)
    tree.append(leaf ?? noLeaf)
    if (leaf !== undefined) {
      sequence.see(entry.sequence)
      clock.see(entry)
    }
    meet()
  }
  sequence.end()
  roots.end(tree.size())
  return verdictOf(findings, tree.size(), roots.covered(), tree.root())
}

/** Stands for an entry that cannot be one; no entry has this leaf. */
const noLeaf = leafHash(Buffer.alloc(0))

/** The leaf of an entry, or undefined, reported, where it holds what no entry can or belongs to another center. */
function leaves(findings: Findings): (entry: AuditEntry) => Hash | undefined {
  let center: string | undefined
  let place = 0
  return (entry) => {
    place += 1
    center ??= entry.center
    const why = center === entry.center ? entryFault(entry) : 'it belongs to another center'
    if (why === undefined) return leafOfChecked(entry)
    findings.add('changed', place, `The entry in place ${place} was not written by this log: ${why}.`)
    return undefined
  }
}

function verdictOf(findings: Findings, entries: number, covered: number, root: Hash): Verdict {
  const problems = findings.list()
  return {
    clean: problems.length === 0,
    entries,
    covered,
    root: base64Of(root),
    problems,
    more: findings.more(),
  }
}
