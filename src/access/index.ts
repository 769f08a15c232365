export {
  readLog,
  readVerifyingKey,
  verifyingKeyOf,
  verifyingKeyText,
  verifyLog,
  writeLog,
  type LogProblem,
  type Verdict,
} from './audit/index.ts'
export { auditKeyOf, auditSeedPath, logName, openAuditSeed } from './audit-keys.ts'
export { auditProofIn } from './audit-proof.ts'
export { insertAuditEntry, type NewEntry } from './audit-queries.ts'
export { checkAudit, readAuditLog, type AuditProof, type Proof } from './check-audit.ts'
export { appendCheckpoint, checkpointFile, checkpointFolder, readCheckpoints } from './checkpoint-file.ts'
export { beginKeys, refuseDataWithoutKeys } from './begin-keys.ts'
export { countAllKeys, countWithoutKey, surveyKeys, type KeyUse } from './key-survey.ts'
export { addKey, keyFilePath, listKeys, makeKeyFile, readKeyFile, ringReader, type KeyRing } from './keys/index.ts'
export { refuseWrongFile, rotateKeys, type Rotated } from './rotate-keys.ts'
export { forwardedAddress, networkOf } from './network.ts'
export { openVault, type VaultParts } from './open-vault.ts'
export { oneAtATime, type Queue } from './one-at-a-time.ts'
export {
  addAgency,
  type Agency,
  cancelLink,
  type CenterFacts,
  changePerson,
  changeRoles,
  confirmAccess,
  type DetailsForm,
  endAccess,
  type Ended,
  type InvitationForm,
  type Invited,
  invitePerson,
  isReviewDue,
  linkDays,
  type LinkPurpose,
  listAgencies,
  type Listed,
  listForReview,
  listPeople,
  longestEmail,
  longestName,
  type NewLink,
  notePermissionsSeen,
  type OpenLink,
  type PeopleFault,
  type PeopleFaults,
  type Person,
  type PersonForReview,
  type PersonState,
  renewLink,
  type RoleChange,
  type SeenPerson,
  seePerson,
  seeSettings,
} from './people/index.ts'
export { auditEvents, permissions, type AuditEvent, type Permission } from './permission.ts'
export {
  checkLog,
  checkOutcomes,
  findRecord,
  isPlainReader,
  listAlerts,
  logState,
  longestCheck,
  ownActivity,
  pageSize,
  plainDays,
  plainLog,
  plainReaders,
  preparePlainLog,
  reportUnusualReading,
  unusual,
  watchReading,
  whatWasLookedAt,
  whoLooked,
  type After,
  type Alert,
  type CaseFacts,
  type CheckOutcome,
  type LogCheck,
  type Looked,
  type LookedAt,
  type LogState,
  type PersonFacts,
  type PlainAsked,
  type PlainReader,
  type Reading,
  type ReadingDay,
  type ReadingPage,
  type WatchParts,
} from './reading/index.ts'
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
