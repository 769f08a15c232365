export { demoDomain, enterDemo, listDemoPeople } from './demo-entry.ts'
export { centerOfHost, type AccountParts, type Origin } from './account-parts.ts'
export type { SignedInCookies } from './begin-session.ts'
export { beginAppEnrolment, enrolWithApp, enrolWithPasskey, type Enrolled, type EnrolmentFault } from './enrolment.ts'
export { findSignedInWith } from './find-signed-in.ts'
export { findTimedOut, type TimedOut } from './find-timed-out.ts'
export { beginSetUp, rolesBesides, type SetUpForm } from './first-administrator.ts'
export { acceptInvitation, findInvited, type Invited } from './invitation.ts'
export type { AppShown } from './new-app.ts'
export { offerNewPasskey } from './new-passkey.ts'
export { changeOwnDetails } from './own-details.ts'
export {
  chooseMode,
  endAllOtherSessions,
  endOwnSession,
  keepSession,
  listOwnSessions,
  signOut,
} from './own-sessions.ts'
export { addOwnPasskey, changeApp, newOwnRecoveryCodes, showOwnNewApp, waysOf, type Ways } from './own-ways.ts'
export { offerPasskeySignIn, signInWithPasskey } from './passkey-sign-in.ts'
export { findPending, type Pending } from './pending-session.ts'
export { removeOwnPasskey, removeOwnPassword, type RemovalFault } from './remove-way.ts'
export type { Proof } from './second-factor.ts'
export type { StoredSession } from './session-queries.ts'
export { setPassword } from './set-password.ts'
export { checkFirstFactor, checkSecondFactor, type Refused } from './sign-in.ts'
export { offerPasskeyStepUp, stepUpWithCode, stepUpWithPasskey } from './step-up.ts'
