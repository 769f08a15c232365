export {
  readLog,
  readVerifyingKey,
  verifyingKeyOf,
  verifyingKeyText,
  verifyLog,
  writeLog,
  type Verdict,
} from './audit/index.ts'
export { auditKeyOf, auditSeedPath, logName, openAuditSeed } from './audit-keys.ts'
export { insertAuditEntry, type NewEntry } from './audit-queries.ts'
export { checkAudit, readAuditLog } from './check-audit.ts'
export { appendCheckpoint, checkpointFile, checkpointFolder, readCheckpoints } from './checkpoint-file.ts'
export { forwardedAddress, networkOf } from './network.ts'
export { oneAtATime, type Queue } from './one-at-a-time.ts'
export { auditEvents, permissions, type AuditEvent, type Permission } from './permission.ts'
export {
  agencyKinds,
  caseScopeOf,
  disciplines,
  isAgencyKind,
  isDiscipline,
  isRole,
  permissionsOf,
  roles,
  type AgencyKind,
  type CaseScope,
  type Discipline,
  type Role,
} from './role.ts'
export { openSequencer, type Sequencer, type SequencerParts } from './sequencer.ts'
export { setUpLinks, type SetUpLinks } from './set-up-link.ts'
export { actorOf, type FindSignedIn, type SignedIn } from './signed-in.ts'
export type { FieldPlace, NameParts, Sealed, Vault } from './vault.ts'
export { visitLimit, visitLimits, windowMs, type Cost, type Refusal, type VisitLimit } from './visit-limit.ts'
