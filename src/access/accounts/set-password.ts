// A new password: checked against the rules, hashed outside of any transaction, and written down.

import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { checkPassword, type PasswordFault } from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { putPasswordHash } from './factor-queries.ts'
import type { Holder } from './second-factor.ts'

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
