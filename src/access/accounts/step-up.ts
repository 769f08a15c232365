// Proving once more who one is, before something that cannot be taken back: with a code of the app, or with a passkey.

import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import type { AccountParts, Origin } from './account-parts.ts'
import { offerPasskeyProof, provenByPasskey } from './passkey-proof.ts'
import { stepUpSession } from './session-change-queries.ts'
import { proveCounted, type Refused } from './sign-in.ts'

export async function stepUpWithCode(
  parts: AccountParts,
  origin: Origin,
  signedIn: SignedIn,
  code: string,
): Promise<Result<undefined, Refused>> {
  const { center, person, email } = signedIn
  const guest = { center, step: 'code', account: email, person, origin } as const
  const proven = await proveCounted(parts, guest, person, { kind: 'code', typed: code })
  if (!proven.ok) return proven
  await writeDown(parts, signedIn, 'code')
  return ok(undefined)
}

export const offerPasskeyStepUp = (parts: AccountParts, signedIn: SignedIn) =>
  offerPasskeyProof(parts, actorOf(signedIn))

export async function stepUpWithPasskey(
  parts: AccountParts,
  signedIn: SignedIn,
  posted: unknown,
): Promise<Result<undefined, Refused>> {
  const account = await provenByPasskey(parts, actorOf(signedIn), posted)
  if (account?.person !== signedIn.person) return failed({ code: 'wrong' })
  await writeDown(parts, signedIn, 'passkey')
  return ok(undefined)
}

const writeDown = (parts: AccountParts, signedIn: SignedIn, reason: string): Promise<void> =>
  parts.database.transactAs(actorOf(signedIn), async (trx) => {
    await stepUpSession(trx, signedIn, parts.now())
    await insertAuditEntry(trx, actorOf(signedIn), { event: 'stepped-up', reason })
  })
