// The way back from the directory. An answer counts once, and only in the browser that began; then what the directory says must
// lead to an account that an administrator made: no account is ever made here. Whoever is refused learns that and nothing else;
// the reason is written down for the center.

import { failed, ok, type CenterId, type Result } from '../../shared/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from '../accounts/account-parts.ts'
import { beginSession, finish, type SignedInCookies } from '../accounts/begin-session.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { tokenDigest } from '../sign-in/index.ts'
import { flowKeyOf } from './begin-sso.ts'
import { bindAccount, type BindFault } from './bind-account.ts'
import { checkClaims, type ClaimFault } from './claims.ts'
import type { Directories } from './directories.ts'
import { openFlow, type Flow } from './flow.ts'
import type { Provider } from './provider.ts'
import { redeem, type Redeemed } from './redeem.ts'
import { takeAnswer } from './sso-queries.ts'

export type CameBack = {
  /** From the address: each directory has its own, so that one cannot answer for another. */
  readonly provider: string
  readonly query: string
  readonly sealed: string | undefined
}

/** `pending`: the token of a session that opens the page of our own second factor only. */
export type Ended =
  | { readonly kind: 'signed-in'; readonly cookies: SignedInCookies }
  | { readonly kind: 'pending'; readonly token: string }

export type EndedSso = {
  readonly outcome: Result<Ended, 'wrong' | 'away'>
  readonly back: string
  readonly language: 'en' | 'es'
}

/** Codes for the audit log. */
type Fault = ClaimFault | BindFault | 'sso-late' | 'sso-again' | 'sso-answer'

const stranger: EndedSso = { outcome: failed('wrong'), back: '', language: 'en' }

export async function endSso(
  parts: AccountParts,
  directories: Directories,
  origin: Origin,
  { provider, query, sealed }: CameBack,
): Promise<EndedSso> {
  const center = await centerOfHost(parts, origin)
  const flow = center && openFlow(await flowKeyOf(parts, center), sealed)
  // Not written down: anybody can come here without having begun, as often as she likes.
  if (center === undefined || flow?.provider !== provider) return stranger
  const { back, language } = flow
  const fault = await faultOf(parts, center, flow)
  if (fault !== undefined) return { outcome: await refuse(parts, center, fault), back, language }
  const found = await directories.find(provider)
  if (!found.ok) return { outcome: failed(found.reason === 'away' ? 'away' : 'wrong'), back, language }
  const redeemed = await redeem(directories, found.value, flow, query)
  if (redeemed === undefined) return { outcome: await refuse(parts, center, 'sso-answer'), back, language }
  const given: Given = { center, provider: found.value.provider, ...redeemed }
  return { outcome: await letIn(parts, origin, given), back, language }
}

const faultOf = (parts: AccountParts, center: CenterId, { state, expires }: Flow): Promise<Fault | undefined> =>
  parts.database.transactAs(serviceOf(center), async (trx) => {
    const now = parts.now()
    if (now.getTime() >= expires) return 'sso-late'
    const answer = { center, state: tokenDigest(`sso ${state}`), expires: new Date(expires), now }
    return (await takeAnswer(trx, answer)) ? undefined : 'sso-again'
  })

type Given = Redeemed & { readonly center: CenterId; readonly provider: Provider }

async function letIn(parts: AccountParts, origin: Origin, given: Given): Promise<Result<Ended, 'wrong'>> {
  const { center, provider } = given
  const email = checkClaims(provider, given.claims)
  if (!email.ok) return refuse(parts, center, email.reason)
  const met = { ...given, email: email.value, now: parts.now() }
  const bound = await parts.database.transactAs(serviceOf(center), (trx) => bindAccount(trx, met))
  if (!bound.ok) return refuse(parts, center, bound.reason)
  const person = bound.value
  if (provider.secondFactor === 'provider') {
    const cookies = await finish(parts, origin, { center, person, method: 'sso', pending: undefined })
    return ok({ kind: 'signed-in', cookies })
  }
  const begun = { center, person, method: 'password-only', browser: origin.browser } as const
  const token = await parts.database.transactAs(serviceOf(center), (trx) => beginSession(trx, parts, begun))
  return ok({ kind: 'pending', token })
}

async function refuse(parts: AccountParts, center: CenterId, reason: Fault): Promise<Result<never, 'wrong'>> {
  await parts.database.transactAs(serviceOf(center), (trx) =>
    insertAuditEntry(trx, serviceOf(center), { event: 'sign-in-refused', reason }),
  )
  return failed('wrong')
}
