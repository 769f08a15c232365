// A sample log with a checkpoint signed at every size, made once and shared by many tests: signing each anew would take
// longer than everything that is tested.

import {
  type AuditEntry,
  growTree,
  leafOfEntry,
  signCheckpoint,
  type SigningKey,
} from '../../src/access/audit/index.ts'
import { sampleKey, sampleLog, sampleSecond } from './sample-log.ts'

/** Checkpoints of sizes 0 to the length of the log, each signed at the time of its last entry. */
export function checkpointsOf(log: readonly AuditEntry[], key: SigningKey = sampleKey()): readonly string[] {
  const tree = growTree()
  const sign = (size: number): string => signCheckpoint({ size, root: tree.root(), time: sampleSecond(size + 1) }, key)
  return [
    sign(0),
    ...log.map((entry, index) => {
      tree.append(leafOfEntry(entry))
      return sign(index + 1)
    }),
  ]
}

/** The checkpoint over a whole log only. */
export function lastCheckpoint(log: readonly AuditEntry[], key: SigningKey = sampleKey()): string {
  const tree = growTree()
  log.forEach((entry) => tree.append(leafOfEntry(entry)))
  return signCheckpoint({ size: log.length, root: tree.root(), time: sampleSecond(log.length + 1) }, key)
}

export function preparedLog(size: number) {
  const log = sampleLog(size)
  return { log, checkpoints: checkpointsOf(log) }
}
