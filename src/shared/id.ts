// Branded ids: a child's id cannot be passed where a mentor's is meant. All are UUIDs, made outside this pure room.

declare const brand: unique symbol
type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type CenterId = Id<'center'>
export type PersonId = Id<'person'>
export type CaseId = Id<'case'>
/** A child or a caregiver. */
export type IndividualId = Id<'individual'>
export type NoteId = Id<'note'>
export type TaskId = Id<'task'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => uuid.test(text)

/** Throws a RangeError on anything but a lower-case UUID: an id reaches this only from our own database. */
export const centerId = (text: string): CenterId => checked(text) as CenterId

/** See `centerId`. */
export const personId = (text: string): PersonId => checked(text) as PersonId

/** See `centerId`. */
export const caseId = (text: string): CaseId => checked(text) as CaseId

/** See `centerId`. */
export const individualId = (text: string): IndividualId => checked(text) as IndividualId

/** See `centerId`. */
export const noteId = (text: string): NoteId => checked(text) as NoteId

/** See `centerId`. */
export const taskId = (text: string): TaskId => checked(text) as TaskId

function checked(text: string): string {
  if (!isUuid(text)) throw new RangeError('An id must be a lower-case UUID')
  return text
}
