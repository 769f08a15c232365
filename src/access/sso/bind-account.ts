// Whose account a directory's person is: the one with her e-mail, which an administrator made, of the agency that the directory
// belongs to. The first time, the directory's own name for her is bound to it; from then on nobody else comes in with that e-mail,
// even if the agency gives the address to a new colleague.

import type { Trx } from '../../database/index.ts'
import { failed, ok, type CenterId, type PersonId, type Result } from '../../shared/index.ts'
import { serviceOf } from '../accounts/account-parts.ts'
import { findTotp } from '../accounts/factor-queries.ts'
import { findPersonByEmail } from '../accounts/person-queries.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { tokenDigest } from '../sign-in/index.ts'
import type { Provider } from './provider.ts'
import { bindIdentity, findAgencyName } from './sso-queries.ts'

export type BindFault = 'sso-account' | 'sso-agency' | 'sso-no-app' | 'sso-subject'

export type Met = {
  readonly center: CenterId
  readonly provider: Provider
  readonly subject: string
  /** Verified by the directory, in lower case. */
  readonly email: string
  readonly now: Date
}

export async function bindAccount(
  trx: Trx,
  { center, provider, subject, email, now }: Met,
): Promise<Result<PersonId, BindFault>> {
  const person = await findPersonByEmail(trx, center, email)
  if (person === undefined) return failed('sso-account')
  if (!(await isOfAgency(trx, center, person, provider))) return failed('sso-agency')
  // She could never answer the page that follows.
  if (provider.secondFactor === 'ours' && !(await hasApp(trx, center, person))) return failed('sso-no-app')
  const identity = { center, provider: provider.id, person, subject: subjectDigest(provider, subject) }
  const bound = await bindIdentity(trx, identity, now)
  if (bound === undefined) return failed('sso-subject')
  if (bound === 'new') await writeDown(trx, center, person)
  return ok(person)
}

/** Under its issuer: another directory that is put in this one's place cannot name its people. */
const subjectDigest = ({ issuer }: Provider, subject: string): Buffer =>
  tokenDigest(JSON.stringify(['sso', issuer.href, subject]))

const isOfAgency = async (trx: Trx, center: CenterId, person: PersonId, { agency }: Provider): Promise<boolean> =>
  agency === undefined || (await findAgencyName(trx, center, person)) === agency

const hasApp = async (trx: Trx, center: CenterId, person: PersonId): Promise<boolean> =>
  (await findTotp(trx, center, person)) !== undefined

const writeDown = (trx: Trx, center: CenterId, id: PersonId): Promise<void> =>
  insertAuditEntry(trx, serviceOf(center), {
    event: 'sign-in-method-changed',
    subject: { kind: 'person', id },
    fields: ['sso'],
  })
