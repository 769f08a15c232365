// The one cookie: an opaque session, for signed-in staff only. Public pages set none and read none.

import { getCookie } from 'hono/cookie'

import type { Visit } from './route-table.ts'

/** `__Host-` needs https; on this machine itself, over plain http, browsers would refuse it. */
export const sessionCookie = ({ services }: Pick<Visit, 'services'>): string =>
  services.secure ? '__Host-footbridge' : 'footbridge'

export const sessionToken = (visit: Pick<Visit, 'request' | 'services'>): string | undefined =>
  getCookie(visit.request, sessionCookie(visit))

/** The host name of a request, which chooses the center. */
export const hostOf = ({ request }: Pick<Visit, 'request'>): string =>
  (request.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
