// Headers of every answer. Everything comes from this origin, there is no inline code, no frame and no referrer to others.

import type { Context, Next } from 'hono'

import type { Copy, Services } from './route-table.ts'

/** `forms`: where a page may send a form; its own origin, or in a copy the service's, or nowhere. */
const policyWith = (forms: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${forms}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The client's policies: for pages of our own that swap in place (client/swap.ts), and for the one worker
    // (client/scan/reader.ts).
    'trusted-types footbridge footbridge-scan',
  ].join('; ')

export const securityHeaderList: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyWith("'self'"),
  // Not no-referrer: that makes our own forms carry `Origin: null`.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}

/** What the host of a copy has to send: the same, but for where forms go. */
export const headersOfCopy = ({ service }: Copy): Readonly<Record<string, string>> => ({
  ...securityHeaderList,
  'Content-Security-Policy': policyWith(service ?? "'none'"),
})

/** One year, and only this host: what else the domain holds is not ours to decide (ASVS 5.0 v5.0.0-3.4.1, 2026-11-24). */
const httpsOnly = { 'Strict-Transport-Security': 'max-age=31536000' }

/** Behind TLS a browser is told never to come by plain http again. */
export const headersOf = ({ secure }: Pick<Services, 'secure'>): Readonly<Record<string, string>> =>
  secure ? { ...securityHeaderList, ...httpsOnly } : securityHeaderList

export const securityHeaders =
  (list: Readonly<Record<string, string>>) =>
  async (request: Context, next: Next): Promise<void> => {
    await next()
    for (const [name, value] of Object.entries(list)) {
      if (!request.res.headers.has(name)) request.res.headers.set(name, value)
    }
    // A browser keeps the answer to a form on its disk, with the address it was sent to and the one it leads to, such as a case's.
    const { status, headers } = request.res
    if (status >= 300 && status < 400 && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
