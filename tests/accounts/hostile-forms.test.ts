// Every form of accounts, whatever is posted to it by whom: refused or led to sign-in, never a fault of ours, nothing in the log.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { routes } from '../../src/web/routes.ts'
import { staffSite, type StaffSite } from '../staff.ts'
import { enrolled, type Enrolled } from './enrolled.ts'

let site: StaffSite
let ada: Enrolled
beforeAll(async () => {
  site = await staffSite()
  ada = await enrolled(site)
})
afterAll(async () => {
  expect(site.logged).toEqual([])
  await site.close()
})

const paths = routes
  .filter(
    ({ method, path }) => method === 'post' && /^\/(set-up|staff\/(sign-in|sign-out|welcome|enrol|account))/.test(path),
  )
  .map(({ path }) => path.replace(':token', 'x'.repeat(43)))

const plain = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

const post = async (path: string, body: string, headers: Record<string, string> = plain): Promise<number> => {
  const cookie = [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answers = await Promise.all(
    [{}, { cookie }].map(async (more) =>
      site.app.request(path, { method: 'POST', headers: { host: 'riverbend.example', ...headers, ...more }, body }),
    ),
  )
  const [stranger, own] = answers.map(({ status }) => status)
  expect([303, 404, 403, 413, 415, 422, 200]).toContain(stranger)
  return own ?? 0
}

it('covers all of them', () => {
  expect(paths.length).toBeGreaterThan(20)
})

describe.each(paths)('%s', (path) => {
  it('refuses what another site sends, from whoever is signed in and from a stranger', async () => {
    expect(await post(path, 'code=1', { ...plain, 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await post(path, 'code=1', { ...plain, 'Sec-Fetch-Site': 'same-site' })).toBe(403)
  })

  it('takes no form without its token, none of another type, and none that is too long', async () => {
    const ownForm = /^\/staff\/(account|sign-out)/.test(path)
    for (const [body, headers] of [
      ['name=x&code=123456&password=xxxxxxxxxxxxxxxxx', plain],
      ['passkey={"id":"__proto__"}&back=//evil.example&roles=administrator', plain],
      ['{"form-token":1}', { ...plain, 'Content-Type': 'application/json' }],
      ['x'.repeat(140_000), plain],
    ] as const) {
      const status = await post(path, body, headers)
      expect([403, 404, 413, 415, ...(ownForm ? [] : [200, 303, 422])]).toContain(status)
    }
  })
})
