// Where a request comes from: for limits only, and never kept.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

import { forwardedAddress } from '../access/index.ts'
import type { Visit } from './route-table.ts'

/** From the socket; or from the proxy, but only where FOOTBRIDGE_URL says that there is one. Never kept. */
export function addressOf({ request, services }: Pick<Visit, 'request' | 'services'>): string | undefined {
  const passedOn = services.host === undefined ? undefined : request.req.header('x-forwarded-for')
  return forwardedAddress(passedOn) ?? socketAddress(request)
}

/** Undefined where there is no socket, as in a test that asks the application itself. */
function socketAddress(request: Context): string | undefined {
  const around: unknown = request.env
  const served = typeof around === 'object' && around !== null && 'incoming' in around
  return served ? getConnInfo(request).remote.address : undefined
}
