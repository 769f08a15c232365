// The second factor: a code of the authenticator app, which counts once, or one of the ten codes on paper.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import { fieldKeyVersion } from '../keys/index.ts'
import { acceptTotp, findRecoveryCode } from '../sign-in/index.ts'
import type { FieldPlace } from '../vault.ts'
import type { AccountParts } from './account-parts.ts'
import { findTotp, takeTotpStep } from './factor-queries.ts'
import { findUnusedRecoveryCodes, takeRecoveryCode } from './recovery-queries.ts'
import type { SessionMethod } from './session-queries.ts'

export type Proof = { readonly kind: 'code' | 'recovery'; readonly typed: string }

export type Holder = { readonly center: CenterId; readonly person: PersonId }

/** Undefined: it proves nothing. What was accepted is used up in the same transaction. */
export async function proves(
  trx: Trx,
  parts: AccountParts,
  holder: Holder,
  proof: Proof,
): Promise<SessionMethod | undefined> {
  if (proof.kind === 'recovery')
    return (await provesByRecovery(trx, parts, holder, proof.typed)) ? 'password-recovery' : undefined
  return (await provesByCode(trx, parts, holder, proof.typed)) ? 'password-totp' : undefined
}

async function provesByCode(trx: Trx, parts: AccountParts, { center, person }: Holder, code: string): Promise<boolean> {
  const totp = await findTotp(trx, center, person)
  if (totp === undefined) return false
  const version = fieldKeyVersion(totp.secret)
  const secret = await parts.vault.open(trx, center, totpPlace({ center, person }), { sealed: totp.secret, version })
  const accepted = acceptTotp({ secret, code, now: parts.now(), lastStep: totp.lastStep })
  return accepted !== undefined && takeTotpStep(trx, center, person, accepted.step)
}

async function provesByRecovery(
  trx: Trx,
  parts: AccountParts,
  { center, person }: Holder,
  typed: string,
): Promise<boolean> {
  const key = await parts.vault.centerSecret(trx, center, 'recovery-codes')
  const digests = await findUnusedRecoveryCodes(trx, center, person)
  const place = findRecoveryCode(digests, typed, key)
  const digest = place === undefined ? undefined : digests[place]
  return digest !== undefined && takeRecoveryCode(trx, center, person, digest, parts.now())
}

export const totpPlace = ({ center, person }: Holder): FieldPlace => ({
  table: 'totp_secrets',
  column: 'secret',
  row: person,
  owner: center,
})
