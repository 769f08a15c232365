// The cookies of staff: an opaque session, and the mark of a browser that signed in before. Public pages set none and read none.

import { getCookie } from 'hono/cookie'

import { cookieFor, cookieName, deviceCookieFor, deviceCookieName, type SignedInCookies } from '../access/index.ts'
import type { Visit } from './route-table.ts'

type Asked = Pick<Visit, 'request' | 'services'>

export const sessionToken = ({ request, services }: Asked): string | undefined =>
  getCookie(request, cookieName(services))

export const deviceToken = ({ request, services }: Asked): string | undefined =>
  getCookie(request, deviceCookieName(services))

/** The host name of a request, which chooses the center. */
export const hostOf = ({ request }: Pick<Visit, 'request'>): string =>
  (request.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()

/** Of a session that is not signed in yet. */
export function setPendingCookie({ request, services }: Asked, token: string): void {
  request.header('Set-Cookie', cookieFor(token, services), { append: true })
}

export function setSignedInCookies({ request, services }: Asked, { token, device }: SignedInCookies): void {
  request.header('Set-Cookie', cookieFor(token, services), { append: true })
  request.header('Set-Cookie', deviceCookieFor(device, services), { append: true })
}
