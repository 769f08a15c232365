// What the directory answers, checked by the library: state, issuer, code with its verifier, then the ID token's signature, issuer,
// audience, times and nonce. Anything that is not in order proves nothing.

import * as client from 'openid-client'

import type { Claims } from './claims.ts'
import { longestProofSeconds } from './begin-sso.ts'
import type { Directories, Directory } from './directories.ts'
import type { Flow } from './flow.ts'

/** `subject`: what the directory calls the person, the same for ever. */
export type Redeemed = { readonly subject: string; readonly claims: Claims }

/** `query`: of the address that the browser came back to. Undefined: refused, by the directory or by the library. */
export async function redeem(
  directories: Directories,
  { provider, configuration }: Directory,
  flow: Flow,
  query: string,
): Promise<Redeemed | undefined> {
  const cameTo = directories.redirectAddress(provider)
  cameTo.search = query
  try {
    const tokens = await client.authorizationCodeGrant(configuration, cameTo, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
      maxAge: longestProofSeconds,
    })
    const claims = tokens.claims()
    if (claims === undefined) return undefined
    return { subject: claims.sub, claims: await withEmail(configuration, tokens.access_token, claims) }
  } catch {
    // Whatever it was, the sign-in is over; the caller writes down that it was refused.
    return undefined
  }
}

/** Some directories tell the e-mail only when they are asked for it; that the answer is about the same person is checked. */
async function withEmail(
  configuration: client.Configuration,
  accessToken: string,
  claims: client.IDToken,
): Promise<Claims> {
  const { amr, acr } = claims
  const from =
    claims['email'] === undefined ? await client.fetchUserInfo(configuration, accessToken, claims.sub) : claims
  return { amr, acr, email: from['email'], email_verified: from['email_verified'] }
}
