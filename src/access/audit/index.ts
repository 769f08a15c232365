export { canonicalBytes, leafOfEntry, parseCanonical, type AuditEntry } from './canonical-entry.ts'
export { readCheckpoint, signCheckpoint, type Checkpoint, type CheckpointFault, type Trust } from './checkpoint.ts'
export { usualTolerance } from './clock-check.ts'
export { readLog, writeLog } from './log-file.ts'
export type { LogProblem, LogProblemKind } from './log-problem.ts'
export { emptyTree, growTree, leafHash, nodeHash, rootOf, type Hash, type Tree, type TreeState } from './merkle.ts'
export {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type Consistency,
  type Inclusion,
} from './merkle-proof.ts'
export {
  makeSigningKey,
  readSigningKey,
  readVerifyingKey,
  signingKeyText,
  verifyingKeyOf,
  verifyingKeyText,
  type SigningKey,
  type VerifyingKey,
} from './note-key.ts'
export { verifyLog, type Verdict, type VerifyTrust } from './verify-log.ts'
