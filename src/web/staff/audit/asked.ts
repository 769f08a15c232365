// What pages of the audit ask of their visit: which case the address names, and where a list goes on.

import type { After } from '../../../access/index.ts'
import { isUuid, Problem } from '../../../shared/index.ts'
import type { StaffVisit } from '../../route-table.ts'

/** Where a day of the log begins, as on the pages about people. */
export const shownZone = 'America/New_York'

/** Throws Problem('not-found') where the address names none. */
export function askedCase({ request }: StaffVisit): string {
  const id = request.req.param('id') ?? ''
  if (!isUuid(id)) throw new Problem('not-found')
  return id
}

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/

/** The last entry of the page before, from the address. What is none begins at the newest. */
export function askedAfter({ request }: StaffVisit): After | undefined {
  const [at = '', entry = ''] = (request.req.query('after') ?? '').split('_')
  return time.test(at) && !Number.isNaN(Date.parse(at)) && isUuid(entry) ? { at, entry } : undefined
}

export const afterText = ({ at, entry }: After): string => `${at}_${entry}`

export const casePath = (id: string, rest = ''): string => `/staff/audit/cases/${id}${rest}`
export const personPath = (id: string): string => `/staff/audit/people/${id}`
