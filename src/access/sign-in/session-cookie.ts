// The cookie that carries a session's token. The prefix `__Host-` makes the browser refuse it from another host, over plain
// http or for a part of the site (RFC 6265bis, section 4.1.3.2; ASVS 5.0 v5.0.0-3.3.1 to 3.3.4; checked 2026-11-24). Plain http
// on localhost cannot have it. No lifetime: it goes with the browser, and the server alone says how long a session holds.

/** `secure`: whether people reach the service by https. */
type Address = { readonly secure: boolean }

export const cookieName = ({ secure }: Address): string => (secure ? '__Host-footbridge' : 'footbridge')

/** The value of a Set-Cookie header. `token`: base64url. Throws a RangeError on anything else. */
export function cookieFor(token: string, address: Address): string {
  if (!/^[\w-]+$/.test(token)) throw new RangeError('A token is base64url')
  return setCookie(token, address)
}

/** The Set-Cookie header that takes the cookie away, at sign-out. */
export const endedCookie = (address: Address): string => `${setCookie('', address)}; Max-Age=0`

/** Of a browser in which somebody signed in before: it proves nothing, and only keeps a stranger's guesses from her wait. */
export const deviceCookieName = (address: Address): string => `${cookieName(address)}-device`

const aYear = 365 * 24 * 60 * 60

/** Browsers cut a longer life than 400 days (RFC 6265bis, section 5.5). Throws as `cookieFor` does. */
export const deviceCookieFor = (token: string, address: Address): string =>
  `${cookieFor(token, address).replace(cookieName(address), deviceCookieName(address))}; Max-Age=${aYear}`

const setCookie = (value: string, address: Address): string =>
  [`${cookieName(address)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...(address.secure ? ['Secure'] : [])].join(
    '; ',
  )
