// Who is signed in, as pages see her. Read anew from the database for each request, so that a role that was taken away or an
// account that was ended counts at once.

import type { Actor } from '../database/index.ts'
import type { CenterId, PersonId } from '../shared/index.ts'
import type { Permission } from './permission.ts'
import type { CaseScope, Discipline, Role } from './role.ts'

export type SignedIn = {
  readonly center: CenterId
  readonly person: PersonId
  readonly session: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly discipline: Discipline
  /** Null: staff of the center itself. */
  readonly agency: string | null
  readonly roles: readonly Role[]
  readonly permissions: ReadonlySet<Permission>
  readonly scope: CaseScope
  readonly mode: 'usual' | 'case-review'
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** When the second factor or passkey was last asked for. */
  readonly steppedUpAt: Date | null
  /** When this session ends unless something is done. */
  readonly idleAt: Date
  /** Goes along with every form of this session. */
  readonly formToken: string
}

export const actorOf = ({ center, person }: Pick<SignedIn, 'center' | 'person'>): Actor => ({ center, person })

/** Finds who holds this session. */
export type FindSignedIn = (host: string, token: string | undefined, now: Date) => Promise<SignedIn | undefined>
