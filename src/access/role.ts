// Roles, and the permissions each of them gives. A person has one discipline and one or more roles; what she may do is the
// union. On a case the relation decides as well (casework), and the database a third time.

import type { Permission } from './permission.ts'

export const roles = [
  'administrator',
  'coordinator',
  'intake',
  'advocate',
  'interviewer',
  'clinician',
  'medical',
  'partner',
  'mentor-coordinator',
  'mentor',
  'statistics',
  'privacy-officer',
] as const

export type Role = (typeof roles)[number]

/** What a person of a partner agency works as; the agency has the same kind. */
export const agencyKinds = [
  'law-enforcement',
  'child-protection',
  'prosecution',
  'medical',
  'mental-health',
  'school',
  'probation',
  'victim-advocacy',
  'tribe',
  'child-attorney',
  'defender',
  'shelter',
] as const

export type AgencyKind = (typeof agencyKinds)[number]

/** The disciplines of a center's own staff, and those of partners. A note that is not shared belongs to one of them. */
export const disciplines = [
  'administration',
  'coordination',
  'intake',
  'advocacy',
  'interview',
  'mentoring',
  ...agencyKinds,
] as const

export type Discipline = (typeof disciplines)[number]

const everyone = ['account:own', 'people:see'] as const
const onCases = [...everyone, 'case:see', 'note:write', 'task:write', 'field:reveal'] as const
const wide = [...onCases, 'case:open', 'case:change', 'case:team', 'case:break-glass'] as const

const given: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...everyone, 'people:manage', 'settings:manage'],
  coordinator: [...wide, 'case:seal', 'person:merge'],
  intake: wide,
  advocate: [...onCases, 'case:change', 'case:break-glass'],
  interviewer: [...onCases, 'case:break-glass'],
  clinician: [...onCases, 'case:break-glass'],
  medical: [...onCases, 'case:break-glass'],
  partner: onCases,
  'mentor-coordinator': everyone,
  mentor: ['account:own'],
  statistics: ['account:own', 'statistics:see'],
  'privacy-officer': [...everyone, 'audit:see', 'person:erase'],
}

export const permissionsOf = (held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(held.flatMap((role) => given[role]))

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
export const isDiscipline = (text: string): text is Discipline => (disciplines as readonly string[]).includes(text)
export const isAgencyKind = (text: string): text is AgencyKind => (agencyKinds as readonly string[]).includes(text)

/** wide: every case of the center that is not sealed; narrow: those one is let into; none: no case at all. */
export type CaseScope = 'wide' | 'narrow' | 'none'

/** The same as `case_scope()` of the database; a test compares the two. */
export function caseScopeOf(held: readonly Role[]): CaseScope {
  const permissions = permissionsOf(held)
  if (permissions.has('case:open')) return 'wide'
  return permissions.has('case:see') ? 'narrow' : 'none'
}
