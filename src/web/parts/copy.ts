// What differs where the public side is a copy as plain files (bin/footbridge export-public): no address answers there,
// so forms go to the service, or to nobody, and the exit leads straight to the neutral site.

import type { Services, Visit } from '../route-table.ts'
import { addressIn } from './address.ts'

/** The list of all places, and under it a page for each: in copies only, where no form can ask for the place. */
export const placesPath = '/report/places'

export const isOfCopies = (path: string): boolean => path === placesPath || path.startsWith(`${placesPath}/`)

/** Where a form is sent; null in a copy that has no service to send it to. */
export function postAddress({ language, services: { copy } }: Visit, path: string): string | null {
  if (copy === null) return addressIn(language, path)
  return copy.service === null ? null : `${copy.service}${addressIn(language, path)}`
}

export const exitAddressOf = ({ copy, exitAddress }: Services): string => (copy === null ? '/exit' : exitAddress)
