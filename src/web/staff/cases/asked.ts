// What every page of a case asks of its visit: which case the address names, what a form sends, and where to go on.

import { getCase, mayOnCase, type CaseAction, type CaseView } from '../../../casework/index.ts'
import { caseId, isUuid, Problem, type CaseId } from '../../../shared/index.ts'
import type { Form } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { caseworkOf } from './casework-of.ts'

/** Throws Problem('not-found') where the address names none. */
export const askedCase = (visit: StaffVisit): CaseId => caseId(askedUuid(visit, 'id'))

export function askedUuid({ request }: StaffVisit, name: string): string {
  const id = request.req.param(name) ?? ''
  if (!isUuid(id)) throw new Problem('not-found')
  return id
}

const noId = '00000000-0000-0000-0000-000000000000'

/** An id that a form sends. What is none becomes the id of nothing, so that the action first looks at the case, as always. */
export const sentId = (form: Form, name: string): string => (isUuid(form.one(name)) ? form.one(name) : noId)

/** The version that the person read; 0, which no case has, where none was sent. */
export const sentVersion = (form: Form): number =>
  /^\d{1,9}$/.test(form.one('version')) ? Number(form.one('version')) : 0

/** The page was asked for again as it is, in the other language: nothing is done. */
export const isAgain = (form: Form): boolean => form.one('again') === 'yes'

export const casePath = (id: string, rest = ''): string => `/staff/cases/${id}${rest}`

/** `path`: without the language. */
export const goTo = ({ request, language }: StaffVisit, path: string): Response =>
  request.redirect(addressIn(language, path), 303)

export const viewOf = (visit: StaffVisit): Promise<CaseView> =>
  getCase(caseworkOf(visit), visit.signedIn, askedCase(visit))

/** The case, for the form of an action. Whoever could act were it open sees the form: the action itself says that it is closed. */
export async function viewFor(visit: StaffVisit, action: CaseAction): Promise<CaseView> {
  const view = await viewOf(visit)
  const relation = { onTeam: view.onTeam, glass: view.glassUntil !== undefined, conflict: false }
  const reopened = { sealed: view.sealed, closed: false }
  if (!mayOnCase(visit.signedIn, relation, reopened, action)) throw new Problem('not-permitted')
  return view
}
