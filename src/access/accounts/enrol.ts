// How somebody will sign in: a password and an authenticator app with ten codes on paper, or passkeys (passkey-sign-in.ts). Used
// with an invitation, by the first administrator, and later from one's own account.

import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import {
  checkPassword,
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeDigest,
  totpUri,
  type PasswordFault,
} from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { findTotp, putPasswordHash, putRecoveryCodes, putTotp } from './factor-queries.ts'
import { openTotp, provesByCode, totpPlace, type Holder } from './second-factor.ts'

export type Named = Holder & { readonly name: string; readonly email: string }

export async function setPassword(
  parts: AccountParts,
  { center, person, name, email }: Named,
  password: string,
): Promise<Result<undefined, PasswordFault | 'busy'>> {
  const fault = checkPassword(password, { name, email, centerName: parts.party.name })
  if (fault !== undefined) return failed(fault)
  const hash = await parts.hashing.hashPassword(password)
  if (!hash.ok) return failed('busy')
  await parts.database.transactAs({ center, person }, async (trx) => {
    await putPasswordHash(trx, center, person, hash.value, parts.now())
    await insertAuditEntry(trx, { center, person }, { event: 'sign-in-method-changed', fields: ['password'] })
  })
  return ok(undefined)
}

export type TotpShown = { readonly secret: string; readonly uri: string }

/** The secret that waits to be confirmed, or a new one; one that is confirmed is never shown again. */
export function beginTotp(parts: AccountParts, { center, person, email }: Named): Promise<TotpShown> {
  return parts.database.transactAs({ center, person }, async (trx) => {
    const known = await findTotp(trx, center, person)
    if (known !== undefined && !known.confirmed)
      return shown(parts, email, await openTotp(trx, parts, { center, person }, known.secret))
    const secret = newTotpSecret(parts.random)
    const { sealed } = await parts.vault.seal(trx, center, totpPlace({ center, person }), secret)
    await putTotp(trx, center, person, sealed, parts.now())
    return shown(parts, email, secret)
  })
}

const shown = ({ party }: AccountParts, email: string, secret: string): TotpShown => ({
  secret,
  uri: totpUri(secret, { issuer: party.name, account: email }),
})

/** The first code of the app. Returns ten codes to print, shown once. */
export function confirmTotp(
  parts: AccountParts,
  holder: Holder,
  code: string,
): Promise<Result<readonly string[], 'wrong'>> {
  const { center, person } = holder
  return parts.database.transactAs({ center, person }, async (trx) => {
    if (!(await provesByCode(trx, parts, holder, code, false))) return failed('wrong')
    const codes = newRecoveryCodes(parts.random)
    const key = await parts.vault.centerSecret(trx, center, 'recovery-codes')
    await putRecoveryCodes(
      trx,
      center,
      person,
      codes.map((one) => recoveryCodeDigest(key, one)),
    )
    await insertAuditEntry(
      trx,
      { center, person },
      { event: 'sign-in-method-changed', fields: ['totp', 'recovery-codes'] },
    )
    return ok(codes)
  })
}
