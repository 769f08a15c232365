// The way to the directory: authorization code with PKCE, state and nonce, each new for this one sign-in (RFC 9700, section 2.1;
// ASVS 5.0, chapter V10; checked 2026-11-24).

import * as client from 'openid-client'

import { failed, ok, type CenterId, type Result } from '../../shared/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from '../accounts/account-parts.ts'
import { newToken, sessionTimes } from '../sign-in/index.ts'
import type { Directories, Directory } from './directories.ts'
import { flowMs, sealFlow, type Flow, type FlowKey } from './flow.ts'

export type Begun = {
  /** Of the directory: the browser goes there. */
  readonly address: URL
  /** The value of the cookie that it comes back with. */
  readonly sealed: string
}

export type Wanted = { readonly provider: string } & Pick<Flow, 'back' | 'language'>

/** Who proved herself to the directory longer ago than a session of ours may last proves herself again (ASVS v5.0.0-7.6.1). */
export const longestProofSeconds = sessionTimes.absolute / 1000

export async function beginSso(
  parts: AccountParts,
  directories: Directories,
  origin: Pick<Origin, 'host'>,
  { provider, back, language }: Wanted,
): Promise<Result<Begun, 'unknown' | 'away'>> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return failed('unknown')
  const found = await directories.find(provider)
  if (!found.ok) return found
  const flow: Flow = {
    ...{ provider, back, language },
    state: newToken(parts.random),
    nonce: newToken(parts.random),
    verifier: newToken(parts.random),
    expires: parts.now().getTime() + flowMs,
  }
  const sealed = sealFlow(await flowKeyOf(parts, center), flow, parts.random)
  return ok({ sealed, address: await addressFor(directories, found.value, flow) })
}

/** The same for every flow of a center, and of no other use. */
export const flowKeyOf = (parts: AccountParts, center: CenterId): Promise<FlowKey> =>
  parts.database.transactAs(serviceOf(center), async (trx) => ({
    center,
    key: await parts.vault.centerSecret(trx, center, 'sso-flow'),
  }))

async function addressFor(directories: Directories, { provider, configuration }: Directory, flow: Flow): Promise<URL> {
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: directories.redirectAddress(provider).href,
    scope: 'openid email',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    max_age: String(longestProofSeconds),
    ui_locales: flow.language,
    ...(provider.acr.length === 0 ? {} : { acr_values: provider.acr.join(' ') }),
  })
}
