export { insertAuditEntry, type NewEntry } from './audit-queries.ts'
export { beginKeys, refuseDataWithoutKeys } from './begin-keys.ts'
export { countAllKeys, countWithoutKey, surveyKeys, type KeyUse } from './key-survey.ts'
export { addKey, keyFilePath, listKeys, makeKeyFile, readKeyFile, ringReader, type KeyRing } from './keys/index.ts'
export { openVault } from './open-vault.ts'
export { refuseWrongFile, rotateKeys, type Rotated } from './rotate-keys.ts'
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
export { setUpLinks, type SetUpLinks } from './set-up-link.ts'
export { actorOf, type FindSignedIn, type SignedIn } from './signed-in.ts'
export type { FieldPlace, NameParts, Sealed, Vault } from './vault.ts'
export { visitLimit, visitLimits, windowMs, type Cost, type Refusal, type VisitLimit } from './visit-limit.ts'
