// What a staff page takes from the request and the service: the actions, and where the request comes from.

import { networkOf, type AccountParts, type Origin } from '../access/index.ts'
import { Problem } from '../shared/index.ts'
import { addressOf } from './address-of.ts'
import { browserNamed } from './browser-name.ts'
import type { StaffServices, Visit } from './route-table.ts'
import { deviceToken, hostOf } from './session-cookie.ts'

type Asked = Pick<Visit, 'request' | 'services'>

/** Throws Problem('staff-closed') where staff cannot sign in safely (FOOTBRIDGE_URL is plain http on another name). */
export function staffOf({ services: { staff } }: Asked): StaffServices {
  if (staff === null) throw new Problem('staff-closed')
  return staff
}

export const accountsOf = (visit: Asked): AccountParts => staffOf(visit).accounts

export const originOf = (visit: Asked): Origin => ({
  host: hostOf(visit),
  network: networkOf(addressOf(visit) ?? ''),
  device: deviceToken(visit),
  browser: browserNamed(visit.request.req.header('user-agent') ?? ''),
})
