// What every page about people asks of its visit: the database, the moment, and whom the address names.

import { isUuid, personId, Problem, type PersonId } from '../../../shared/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffServices, StaffVisit } from '../../route-table.ts'

/** Throws Problem('not-found') in the copy of the public side, which has no staff pages. */
export function databaseOf({ services: { staff } }: StaffVisit): StaffServices['database'] {
  if (staff === null) throw new Problem('not-found')
  return staff.database
}

export const nowOf = ({ services }: StaffVisit): Date => new Date(services.clock().epochMilliseconds)

/** Throws Problem('not-found') where the address names none. */
export function askedPerson({ request }: StaffVisit): PersonId {
  const id = request.req.param('person') ?? ''
  if (!isUuid(id)) throw new Problem('not-found')
  return personId(id)
}

/** The last person of the page before, from the address. */
export function askedAfter({ request }: StaffVisit): PersonId | undefined {
  const after = request.req.query('after') ?? ''
  return isUuid(after) ? personId(after) : undefined
}

export const mayManage = ({ signedIn }: StaffVisit): boolean => signedIn.permissions.has('people:manage')

export const personPath = (id: string, rest = ''): string => `/staff/people/${id}${rest}`

/** `path`: without the language. */
export const goTo = ({ request, language }: StaffVisit, path: string): Response =>
  request.redirect(addressIn(language, path), 303)
