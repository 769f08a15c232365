export { fewAtOnce, type Gate } from './few-at-once.ts'
export {
  afterFailure,
  attempted,
  decide,
  decideFor,
  noAttempts,
  succeeded,
  takenBack,
  type Attempts,
  type Decision,
  type Visitor,
} from './lockout.ts'
export {
  readAuthenticationAnswer,
  readRegistrationAnswer,
  type AuthenticationAnswer,
  type RegistrationAnswer,
} from './passkey-answers.ts'
export {
  authenticationOptions,
  challengeMs,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
  type Authentication,
  type NewPasskey,
  type Passkey,
  type PasskeyOwner,
  type PasskeyRefusal,
  type Registration,
  type RelyingParty,
} from './passkeys.ts'
export { argon2Cost, needsRehash, passwordHashing, type PasswordHashing } from './password-hash.ts'
export { checkPassword, passwordLength, type PasswordFault, type PasswordOwner } from './password-rules.ts'
export { findRecoveryCode, newRecoveryCodes, recoveryCodeCount, recoveryCodeDigest } from './recovery-codes.ts'
export { cookieFor, cookieName, deviceCookieFor, deviceCookieName, endedCookie } from './session-cookie.ts'
export {
  endsAt,
  needsRecheck,
  needsStepUp,
  sessionState,
  sessionTimes,
  warnAt,
  type Session,
  type SessionMode,
  type SessionState,
} from './session-rules.ts'
export { newToken, tokenDigest, type Random } from './token.ts'
export { acceptTotp, newTotpSecret, totpPeriodMs, totpUri, type TotpAttempt } from './totp.ts'
