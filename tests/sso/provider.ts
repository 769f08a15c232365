// An agency's directory for tests: a real OpenID provider on this machine. In place of its own sign-in page it signs in at once
// whoever the test says; a browser of a test walks through it and comes out with the address that leads back to us.

import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Provider } from 'oidc-provider'

export const clientId = 'footbridge'
export const clientSecret = 'a secret of an invented agency'

/** Who sits before the directory, and how she proved herself to it. */
export type AtDirectory = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: unknown
  readonly amr?: readonly string[]
  readonly acr?: string
}

export type TestProvider = {
  readonly issuer: string
  /** From now on she is the one who is signed in. */
  seat(who: AtDirectory): void
  /** What was asked of it last, as in the address. */
  asked(): URLSearchParams
  /** Goes to an address of the directory as a browser does; returns the one that it sends back to. */
  walk(address: string): Promise<string>
  close(): Promise<void>
}

export type TestProviderParts = {
  readonly redirects: readonly string[]
  /** Whether the ID token tells the e-mail, or only the answer about the person. */
  readonly emailIn?: 'token' | 'userinfo'
}

export async function startProvider({ redirects, emailIn = 'token' }: TestProviderParts): Promise<TestProvider> {
  const seated: { who: AtDirectory } = { who: { sub: 'nobody' } }
  let asked = new URLSearchParams()
  const handler: { answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> } = {
    answer: () => Promise.resolve(),
  }
  const server = createServer((request, response) => {
    handler.answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(
    issuer,
    configuration({ redirects, emailIn }, () => seated.who),
  )
  const answer = provider.callback()
  handler.answer = (request, response) =>
    request.url?.startsWith('/interaction/') === true
      ? signIn(provider, seated.who, request, response)
      : answer(request, response)
  return {
    issuer,
    seat(who) {
      seated.who = who
    },
    asked: () => asked,
    walk(address) {
      asked = new URL(address).searchParams
      return walk(issuer, address)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function configuration({ redirects, emailIn }: TestProviderParts, who: () => AtDirectory): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirects }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    acrValues: ['urn:agency:two-factors', 'urn:agency:one-factor'],
    conformIdTokenClaims: emailIn === 'userinfo',
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => Promise.resolve({ ...who(), sub }),
    }),
  }
}

/** In place of a page with a password: she is signed in, and has agreed. */
async function signIn(
  provider: Provider,
  { sub, amr, acr }: AtDirectory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: sub, clientId })
  grant.addOIDCScope('openid email')
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, {
    login: { accountId: sub, ...(amr === undefined ? {} : { amr }), ...(acr === undefined ? {} : { acr }) },
    consent: { grantId },
  })
}

async function walk(issuer: string, from: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = from
  for (let steps = 0; steps < 10; steps++) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`The directory stopped with ${answer.status}: ${await answer.text()}`)
    address = new URL(to, address).href
    if (!address.startsWith(issuer)) return address
  }
  throw new Error('The directory goes round in circles')
}
