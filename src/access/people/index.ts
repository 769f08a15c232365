export { addAgency } from './add-agency.ts'
export type { CenterFacts } from './agency-queries.ts'
export { changePerson, type DetailsForm } from './change-person.ts'
export type { LinkPurpose, OpenLink } from './change-queries.ts'
export { changeRoles, type RoleChange } from './change-roles.ts'
export { confirmAccess, endAccess, type Ended } from './end-access.ts'
export { invitePerson, type InvitationForm, type Invited } from './invite-person.ts'
export { linkDays } from './link-token.ts'
export {
  isReviewDue,
  longestEmail,
  longestName,
  type Agency,
  type PeopleFault,
  type PeopleFaults,
  type Person,
  type PersonState,
} from './person.ts'
export { cancelLink, renewLink, type NewLink } from './person-link.ts'
export type { PersonForReview } from './person-queries.ts'
export {
  listAgencies,
  listForReview,
  listPeople,
  notePermissionsSeen,
  seePerson,
  seeSettings,
  type Listed,
  type SeenPerson,
} from './see-people.ts'
