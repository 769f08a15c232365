// Addresses without a page of their own words: the exit, the built files, the state of the service.

import { Problem } from '../../shared/index.ts'
import { takesGzip } from '../fixed-pages.ts'
import type { Handler } from '../route-table.ts'

/**
 * The exit without script: a plain redirect to the neutral site. It keeps nothing and sends no referrer. A cookie that is
 * made and taken away in the same answer leaves nothing behind, but Chromium then forgets our `no-store` pages that it
 * holds for Back, with what was typed in them (measured: docs/decisions/2026-11-24-exit.md).
 */
export const exit: Handler = ({ request, services }) => {
  for (const seconds of [60, 0])
    request.header('Set-Cookie', `left=yes; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict`, { append: true })
  request.header('Cache-Control', 'no-store')
  request.header('Referrer-Policy', 'no-referrer')
  return request.redirect(services.exitAddress, 303)
}

export const asset: Handler = ({ request, services }) => {
  const found = services.assets.find(request.req.param('file') ?? '')
  if (found === undefined) throw new Problem('not-found')
  const headers = {
    'Content-Type': found.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  }
  if (!takesGzip(request)) return request.body(found.body, 200, headers)
  return request.body(found.packed(), 200, { ...headers, 'Content-Encoding': 'gzip' })
}

/** 200 while the database answers, 503 while it does not. Holds no secret: it may be read by any monitor. */
export const healthz: Handler = async ({ request, services }) => {
  const { ok, kind, migration } = await services.health()
  const body = {
    status: ok ? 'ok' : 'database-unavailable',
    version: services.version,
    node: process.version,
    database: { kind, migration },
  }
  request.header('Cache-Control', 'no-store')
  return request.json(body, ok ? 200 : 503)
}
