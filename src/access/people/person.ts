// A person who works with a center, and the rules that hold for her: pure, so that forms, actions and tests ask the same.

import type { Actor } from '../../database/index.ts'
import { Problem, type PersonId } from '../../shared/index.ts'
import type { Permission } from '../permission.ts'
import { isDiscipline, type AgencyKind, type Discipline, type Role } from '../role.ts'
import type { SignedIn } from '../signed-in.ts'

export type PersonLanguage = 'en' | 'es'

export type Agency = { readonly id: string; readonly kind: AgencyKind; readonly name: string }

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly discipline: Discipline
  /** Null: staff of the center itself. */
  readonly agency: Agency | null
  readonly language: PersonLanguage
  readonly roles: readonly Role[]
  readonly since: Date
  readonly endedAt: Date | null
  readonly reviewedAt: Date | null
}

/** invited: has not used the first link yet. */
export type PersonState = 'invited' | 'active' | 'no-second-factor' | 'ended'

/** What the service tells colleagues of how somebody signs in: two facts, and nothing of the keys themselves. */
export type AccessFacts = { readonly invited: boolean; readonly secondFactor: boolean }

export function stateOf({ endedAt }: Pick<Person, 'endedAt'>, facts: AccessFacts): PersonState {
  if (endedAt !== null) return 'ended'
  if (facts.invited) return 'invited'
  return facts.secondFactor ? 'active' : 'no-second-factor'
}

/** What a form or a button may be refused for; each is a sentence of the pages. */
export type PeopleFault =
  | 'name-wrong'
  | 'email-wrong'
  | 'email-taken'
  | 'discipline-wrong'
  | 'agency-needed'
  | 'agency-unknown'
  | 'agency-other-kind'
  | 'agency-taken'
  | 'kind-wrong'
  | 'language-wrong'
  | 'roles-none'
  | 'own-roles'
  | 'own-place'
  | 'own-access'
  | 'own-link'
  | 'own-review'
  | 'last-administrator'
  | 'already-ended'
  | 'no-link'

/** By the name of the field that has to be put right. */
export type PeopleFaults = Readonly<Record<string, PeopleFault>>

export type Acting = Pick<SignedIn, 'center' | 'person' | 'permissions'>

/** Throws Problem('not-permitted'): the second wall, should a route ever forget the first. */
export function actingWith(acting: Acting, permission: Permission): Actor {
  if (!acting.permissions.has(permission)) throw new Problem('not-permitted')
  return { center: acting.center, person: acting.person }
}

const reviewDays = 90
const dayMs = 24 * 60 * 60 * 1000

/** Whether nobody has confirmed for 90 days that this access is still needed. */
export function isReviewDue({ since, reviewedAt }: Pick<Person, 'since' | 'reviewedAt'>, now: Date): boolean {
  return now.getTime() - (reviewedAt ?? since).getTime() > reviewDays * dayMs
}

/** One line without doubled spaces, as the database takes it; undefined when it is empty or too long. */
export function cleanName(text: string): string | undefined {
  const name = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return name !== '' && Array.from(name).length <= longestName ? name : undefined
}

export const longestName = 200
export const longestEmail = 254

/** In lower case, so that one address is one account; undefined when it is none. */
export function cleanEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return /^[!-?a-~]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) && email.length <= longestEmail ? email : undefined
}

export type Place = {
  readonly discipline: string
  /** Id of an agency, or empty. */
  readonly agency: string
  /** The agency of this id, where there is one. */
  readonly found: Agency | undefined
  readonly roles: readonly Role[]
}

/** An agency's people work as what the agency is; a partner always comes from one. */
export function placeFaults({ discipline, agency, found, roles }: Place): PeopleFaults {
  if (!isDiscipline(discipline)) return { discipline: 'discipline-wrong' }
  if (agency === '') return roles.includes('partner') ? { agency: 'agency-needed' } : {}
  if (found === undefined) return { agency: 'agency-unknown' }
  return found.kind === discipline ? {} : { agency: 'agency-other-kind' }
}
