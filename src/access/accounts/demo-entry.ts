// The demo's way in: as one of its invented people, without any proof. It exists while the service runs with --demo, on this
// machine's own address, and takes nobody whose account is not of the demo.

import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { finish, type SignedInCookies } from './begin-session.ts'
import { findAccount, listAccountsWith, type Account } from './person-queries.ts'

/** What the e-mail of every invented person ends in; no real one can: the name is reserved (RFC 2606). */
export const demoDomain = '@demo.example'

export async function listDemoPeople(parts: AccountParts, origin: Origin): Promise<readonly Account[]> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) throw new Problem('not-found')
  return parts.database.transactAs(serviceOf(center), (trx) => listAccountsWith(trx, center, demoDomain))
}

export async function enterDemo(
  parts: AccountParts,
  origin: Origin,
  person: PersonId,
): Promise<Result<SignedInCookies, 'wrong'>> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return failed('wrong')
  const account = await parts.database.transactAs(serviceOf(center), (trx) => findAccount(trx, center, person))
  if (account?.email.endsWith(demoDomain) !== true) return failed('wrong')
  return ok(await finish(parts, origin, { center, person, method: 'demo', pending: undefined }))
}
