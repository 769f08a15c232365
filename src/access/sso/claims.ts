// What a directory says of a person, and whether it is enough. Pure: the library has checked before who says it, to whom, when
// and in answer to what. Only plain ASCII counts as an e-mail: in lower case, some other letters turn into plain ones (a Kelvin
// sign into k), and a stranger could be taken for a colleague.

import { failed, ok, type Result } from '../../shared/index.ts'
import type { Provider } from './provider.ts'

export type Claims = {
  readonly email?: unknown
  readonly email_verified?: unknown
  readonly amr?: unknown
  readonly acr?: unknown
}

/** Codes for the audit log; the person learns none of them. */
export type ClaimFault = 'sso-email' | 'sso-unverified' | 'sso-domain' | 'sso-factor'

/** The e-mail in lower case. */
export function checkClaims(provider: Provider, claims: Claims): Result<string, ClaimFault> {
  const { email } = claims
  if (typeof email !== 'string' || !/^[\x21-\x3f\x41-\x7e]{1,64}@[\x21-\x3f\x41-\x7e]{1,189}$/.test(email))
    return failed('sso-email')
  if (claims.email_verified !== true) return failed('sso-unverified')
  const lower = email.toLowerCase()
  if (!provider.domains.includes(lower.slice(lower.indexOf('@') + 1))) return failed('sso-domain')
  if (provider.secondFactor === 'provider' && !broughtSecondFactor(provider, claims)) return failed('sso-factor')
  return ok(lower)
}

/**
 * Names of RFC 8176 (checked 2026-11-24): several factors, a one-time code, a key in hardware, a smart card. A text message
 * ('sms') is not among them: NIST SP 800-63B restricts it.
 */
const secondFactors: ReadonlySet<unknown> = new Set(['mfa', 'otp', 'hwk', 'sc'])

const broughtSecondFactor = ({ acr }: Provider, claims: Claims): boolean =>
  (Array.isArray(claims.amr) && claims.amr.some((one) => secondFactors.has(one))) ||
  (typeof claims.acr === 'string' && acr.includes(claims.acr))
