// An agency's own directory as the operator describes it, and the check of what she wrote. An address without TLS is taken on
// this machine itself only: on the way to any other, somebody could answer in the directory's name.

import * as v from 'valibot'

export type SecondFactor = 'provider' | 'ours'

export type Provider = {
  /** Stands in addresses and in the database: it must stay the same. */
  readonly id: string
  /** What the button says. */
  readonly name: string
  readonly issuer: URL
  readonly clientId: string
  /** Undefined: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | undefined
  /** Name of the agency whose people may sign in with it; undefined: whoever has one of the e-mail domains. */
  readonly agency: string | undefined
  /** Lower case. */
  readonly domains: readonly string[]
  readonly secondFactor: SecondFactor
  /** Values of `acr` that tell of a second factor. */
  readonly acr: readonly string[]
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = ({ hostname }: URL): boolean => loopback.has(hostname)

const isSafe = (given: string): boolean => {
  if (!URL.canParse(given)) return false
  const address = new URL(given)
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address))
}

const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(200, 'is too long'))

const domain = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, 'is not a domain such as agency.example'),
)

const provider = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'has at most 40 small letters, digits and hyphens')),
  name: words,
  issuer: v.pipe(v.string(), v.check(isSafe, 'is an address that begins with https://')),
  client_id: words,
  client_secret: v.optional(words),
  client_secret_file: v.optional(words),
  agency: v.optional(words),
  domains: v.pipe(v.array(domain), v.minLength(1, 'names at least one e-mail domain')),
  second_factor: v.picklist(['provider', 'ours'], 'is provider or ours'),
  acr: v.optional(v.array(words), []),
})

const providers = v.pipe(
  v.array(provider),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two entries have the same id'),
)

export type Written = v.InferOutput<typeof provider>

/** As written, or a sentence about the first mistake: 'entry 2, issuer: is an address that begins with https://'. */
export function checkProviders(given: unknown): readonly Written[] | string {
  const result = v.safeParse(providers, given)
  if (result.success) return result.output
  const [{ path, expected, received, message }] = result.issues
  const place = (path ?? []).map(({ key }) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ')
  return [place, inWords(expected, received, message)].filter((part) => part !== '').join(': ')
}

/** Valibot's own words for the commonest slips are for programmers. */
function inWords(expected: string | null, received: string, message: string): string {
  if (expected === 'never') return 'is not known here; look for a slip in the name'
  if (received === 'undefined') return 'is missing'
  return expected === 'Array' ? 'is not a list' : message
}

export const asProvider = (written: Written, clientSecret: string | undefined): Provider => ({
  id: written.id,
  name: written.name,
  issuer: new URL(written.issuer),
  clientId: written.client_id,
  clientSecret,
  agency: written.agency,
  domains: written.domains,
  secondFactor: written.second_factor,
  acr: written.acr,
})
