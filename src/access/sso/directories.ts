// The directories as the library talks to them. What a directory says of itself is asked at the first use and kept for a day;
// that it did not answer is not kept.

import * as client from 'openid-client'

import { failed, ok, type Result } from '../../shared/index.ts'
import { isLoopback, type Provider } from './provider.ts'

export type Directory = { readonly provider: Provider; readonly configuration: client.Configuration }

export type Directories = {
  readonly providers: readonly Provider[]
  /** 'unknown': none has this id. 'away': it does not answer. */
  find(id: string): Promise<Result<Directory, 'unknown' | 'away'>>
  /** Where it sends people back to: this exact address is registered with it. */
  redirectAddress(provider: Provider): URL
}

export type DirectoriesParts = {
  readonly providers: readonly Provider[]
  /** Origin of FOOTBRIDGE_URL, or of this machine. */
  readonly origin: string
  readonly now: () => Date
  /** For the operator: a line holds ids and codes only. */
  readonly log: (line: string) => void
}

const keptMs = 24 * 60 * 60_000

export function openDirectories({ providers, origin, now, log }: DirectoriesParts): Directories {
  const known = new Map<string, { readonly at: number; readonly asked: Promise<client.Configuration> }>()
  const configurationOf = (provider: Provider): Promise<client.Configuration> => {
    const kept = known.get(provider.id)
    if (kept !== undefined && now().getTime() - kept.at < keptMs) return kept.asked
    const asked = ask(provider)
    known.set(provider.id, { at: now().getTime(), asked })
    return asked
  }
  return {
    providers,
    redirectAddress: ({ id }) => new URL(`/staff/sign-in/sso/${id}/callback`, origin),
    async find(id) {
      const provider = providers.find((one) => one.id === id)
      if (provider === undefined) return failed('unknown')
      try {
        return ok({ provider, configuration: await configurationOf(provider) })
      } catch (error) {
        known.delete(id)
        log(`The directory ${id} did not answer as one (${codeOf(error)})`)
        return failed('away')
      }
    },
  }
}

/** The signature of an ID token is checked besides the channel that it came by (OpenID Connect Core 3.1.3.7; 2026-11-24). */
const ask = (provider: Provider): Promise<client.Configuration> =>
  client.discovery(provider.issuer, provider.clientId, {}, authenticationOf(provider), {
    timeout: 10,
    execute: [
      client.enableNonRepudiationChecks,
      // Marked as deprecated so that it stands out: here for this machine only.
      ...(isLoopback(provider.issuer) ? [client.allowInsecureRequests] : []),
    ],
  })

/** The way that the directory takes; 'client_secret_basic' where it does not say (OpenID Connect Discovery, section 3). */
function authenticationOf({ clientSecret }: Provider): client.ClientAuth {
  if (clientSecret === undefined) return client.None()
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)]
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const prove = ways.includes('client_secret_basic') ? basic : post
    prove(server, ...rest)
  }
}

/** Of the error, or of what caused it: 'ECONNREFUSED', 'OAUTH_TIMEOUT'. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code'
  return 'code' in error ? String(error.code).slice(0, 60) : codeOf(error.cause)
}
