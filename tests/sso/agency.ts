// A site whose people sign in with the directory of an invented agency, and a browser that goes there and comes back.

import { openDirectories, type Directories } from '../../src/access/index.ts'
import { asProvider, type Written } from '../../src/access/sso/provider.ts'
import { visitor, type Person, type Shown } from '../accounts/visitor.ts'
import { staffSite, testClock, type StaffSite } from '../staff.ts'
import { clientId, clientSecret, startProvider, type AtDirectory, type TestProvider } from './provider.ts'

const origin = 'https://riverbend.example'

export type Agency = {
  readonly site: StaffSite
  readonly provider: TestProvider
  readonly sso: Directories
  close(): Promise<void>
}

type Given = { readonly [Key in keyof Written]?: Written[Key] }

const written = (id: string, issuer: string, given: Given): Written => ({
  ...{ id, issuer, name: 'Mill County Police', client_id: clientId, domains: ['police.example'], acr: [] },
  second_factor: 'provider',
  ...given,
})

/** One provider, reached under several descriptions of it. */
export async function agencySite(
  described: Readonly<Record<string, Given>>,
  emailIn: 'token' | 'userinfo' = 'token',
): Promise<Agency> {
  const ids = Object.keys(described)
  const provider = await startProvider({ redirects: ids.map(redirectOf), emailIn })
  const clock = testClock()
  const providers = Object.entries(described).map(([id, given]) =>
    asProvider(written(id, provider.issuer, given), clientSecret),
  )
  const sso: Directories = openDirectories({ providers, origin, now: clock.now, log: () => undefined })
  const site = await staffSite({ origin, clock, sso })
  return {
    site,
    provider,
    sso,
    async close() {
      await site.close()
      await provider.close()
    },
  }
}

export const redirectOf = (id: string): string => `${origin}/staff/sign-in/sso/${id}/callback`

/** Presses the button; returns where the browser is sent. */
export async function begin(
  { site }: Pick<Agency, 'site'>,
  browser: Person,
  id: string,
  { query = '', language = '' }: { readonly query?: string; readonly language?: '' | '/es' } = {},
): Promise<string> {
  const path = `${language}/staff/sign-in/sso/${id}${query}`
  const answer = await site.app.request(path, { headers: { host: 'riverbend.example' } })
  for (const set of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    browser.cookies.set(name, value)
  }
  return answer.headers.get('location') ?? ''
}

export const comeBack = (browser: Person, address: string): Promise<Shown> => {
  const { pathname, search } = new URL(address)
  return browser.get(pathname + search)
}

/** The whole way. Returns the page that she ends on. */
export async function signInWith(
  { site, provider }: Agency,
  who: AtDirectory,
  { id = 'police', browser = visitor(site) }: { readonly id?: string; readonly browser?: Person } = {},
): Promise<Shown> {
  provider.seat(who)
  const to = await begin({ site }, browser, id)
  return comeBack(browser, await provider.walk(to))
}
