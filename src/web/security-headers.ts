// Headers of every answer. Everything comes from this origin, there is no inline code, no frame and no referrer to others.

import type { Context, Next } from 'hono'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy of the client (client/swap.ts), for pages of our own that swap in place.
  'trusted-types footbridge',
].join('; ')

export const securityHeaderList: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  // Not no-referrer: that makes our own forms carry `Origin: null`.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}

export async function securityHeaders(request: Context, next: Next): Promise<void> {
  await next()
  for (const [name, value] of Object.entries(securityHeaderList)) {
    if (!request.res.headers.has(name)) request.res.headers.set(name, value)
  }
}
