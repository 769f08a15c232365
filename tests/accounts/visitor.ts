// A browser without script, as far as forms go: keeps the cookies that it is given, follows the way to the next page, and reads
// the hidden fields of a form before it sends it.

import { posted } from '../services.ts'
import type { StaffSite } from '../staff.ts'

export type Shown = { readonly status: number; readonly path: string; readonly html: string; readonly headers: Headers }

export type Person = {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Shown>
  /** Sends a form of the page that is shown, with its hidden fields, to its action. */
  send(page: Shown, action: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Shown>
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Shown>
}

export function visitor({ app }: Pick<StaffSite, 'app'>, host = 'riverbend.example'): Person {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Shown> => {
    const headers = new Headers(init.headers)
    headers.set('host', host)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(path, { ...init, headers })
    for (const set of answer.headers.getSetCookie()) keep(cookies, set)
    const to = answer.headers.get('location')
    if (answer.status === 303 && to !== null) return ask(to, {})
    return { status: answer.status, path, html: await answer.text(), headers: answer.headers }
  }
  const post: Person['post'] = (path, fields) => ask(path, posted(fields))
  return {
    cookies,
    get: (path) => ask(path, {}),
    post,
    send: (page, action, fields = {}) => post(action, { ...hiddenFields(page.html, action), ...fields }),
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
  if (/max-age=0/i.test(set)) cookies.delete(name)
  else cookies.set(name, value)
}

/** Of the form with this action. Throws where the page has none: a test must not send what a person could not. */
export function hiddenFields(html: string, action: string): Readonly<Record<string, string>> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`))
  if (form === undefined) throw new Error(`no form for ${action} in ${html.replaceAll(/<[^>]*>/g, ' ').slice(0, 400)}`)
  const [inside = ''] = form.split('</form>')
  return Object.fromEntries(
    [...inside.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
}

export const secretOn = ({ html }: Shown): string => /class="fb-secret">([^<]*)</.exec(html)?.[1] ?? ''
export const codesOn = ({ html }: Shown): readonly string[] =>
  [...html.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code = '']) => code)
