// Signing in with a passkey, which is both factors at once. Its tries are not counted: there is nothing to guess.

import { failed, ok, type Result } from '../../shared/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { finish, type SignedInCookies } from './begin-session.ts'
import { offerPasskeyProof, provenByPasskey } from './passkey-proof.ts'
import { refuse, type Refused } from './sign-in.ts'

/** Options for the browser. Undefined: no center at this host. */
export async function offerPasskeySignIn(parts: AccountParts, origin: Pick<Origin, 'host'>) {
  const center = await centerOfHost(parts, origin)
  return center === undefined ? undefined : offerPasskeyProof(parts, serviceOf(center))
}

export async function signInWithPasskey(
  parts: AccountParts,
  origin: Origin,
  posted: unknown,
): Promise<Result<SignedInCookies, Refused>> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return failed({ code: 'wrong' })
  const account = await provenByPasskey(parts, serviceOf(center), posted)
  if (account === undefined) return refuse(parts, center, 'passkey')
  return ok(await finish(parts, origin, { center, person: account.person, method: 'passkey', pending: undefined }))
}
