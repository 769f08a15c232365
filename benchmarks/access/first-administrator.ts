// The first administrator of a service that was just started, enrolled by its own pages over HTTP: the set-up link, a password, an
// app. Also how a form is sent as a browser sends it. Only what runs without a build step, so nothing of tests/ is in here.

import { Secret, TOTP } from 'otpauth'

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

export const administrator = { email: 'olga@center.example', password: 'copper lantern walks north' } as const

export const formOf = (
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers },
  body: new URLSearchParams(fields).toString(),
})

/** `setUp`: the path of the link that the service printed. */
export async function enrolAdministrator(ask: Ask, setUp: string): Promise<void> {
  let cookie = ''
  let html = ''
  const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const answer = await ask(path, formOf({ ...hiddenIn(html, path), ...fields }, { cookie }))
    const [set = ''] = answer.headers.getSetCookie()
    cookie = set === '' ? cookie : (set.split(';')[0] ?? '')
    const to = answer.headers.get('location')
    html = await (to === null ? answer : await ask(to, { headers: { cookie } })).text()
  }
  await send(setUp, { name: 'Olga Reyes', email: administrator.email })
  html = await (await ask('/staff/enrol/password', { headers: { cookie } })).text()
  await send('/staff/enrol/password', { password: administrator.password })
  const secret = Secret.fromBase32((/class="fb-secret">([^<]*)</.exec(html)?.[1] ?? '').replaceAll(' ', ''))
  await send('/staff/enrol/app', { code: new TOTP({ secret }).generate() })
  if (!html.includes('fb-codes')) throw new Error('the administrator could not be enrolled')
}

function hiddenIn(html: string, action: string): Readonly<Record<string, string>> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const fields = form.split('</form>')[0]?.matchAll(/type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g) ?? []
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]))
}
