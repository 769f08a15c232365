// One's own account by its pages, without script: what is there, what can be changed, and what asks for a fresh proof.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { permissions } from '../../src/access/index.ts'
import { content } from '../home.ts'
import { codeAt, goodPassword, staffSite, type StaffSite } from '../staff.ts'
import { enrolled, signIn, type Enrolled } from './enrolled.ts'
import { codesOn, secretOn, visitor, type Person } from './visitor.ts'

let site: StaffSite
beforeAll(async () => {
  site = await staffSite()
})
afterAll(() => site.close())

async function stepUp({ secret }: Enrolled, browser: Person, wanted: string) {
  site.clock.pass(6 * 60)
  const asked = await browser.get(wanted)
  expect(asked.path).toMatch(/^\/staff\/account\/step-up/)
  const wrong = await browser.send(asked, '/staff/account/step-up', { code: '12' })
  expect([wrong.status, wrong.html.includes('This code did not work')]).toEqual([422, true])
  return browser.send(wrong, '/staff/account/step-up', { code: codeAt(secret, site.clock.now()) })
}

describe('the page of the account', () => {
  it('says how she signs in, where she is signed in, and what each permission means', async () => {
    const ada = await enrolled(site)
    const page = await (await signIn(site, ada)).get('/staff/account')
    expect(page.status).toBe(200)
    expect(page.html).toContain('10 of 10 left')
    expect(page.html.match(/last seen/g)).toHaveLength(2)
    expect(page.html).toContain(permissions['case:break-glass'])
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/)
  })

  it('explains every permission in the words of the list, in English, and in Spanish', () => {
    const { en, es } = content.messages
    for (const [name, sentence] of Object.entries(permissions)) {
      expect(en[`permission.${name}`]).toBe(sentence)
      expect(es[`permission.${name}`]).not.toBe(sentence)
    }
  })

  it('ends one session, or all others', async () => {
    const ada = await enrolled(site)
    const [one, two, here] = [await signIn(site, ada), await signIn(site, ada), await signIn(site, ada)]
    const page = await here.get('/staff/account')
    const [, session = ''] = /name="session" value="([0-9a-f-]{36})"/.exec(page.html) ?? []
    await here.send(page, '/staff/account/sessions', { session })
    const open = async () =>
      (await Promise.all([one, two, ada.browser].map(async (b) => (await b.get('/staff/home')).path))).filter(
        (path) => path === '/staff/home',
      ).length
    expect(await open()).toBe(2)
    await here.send(page, '/staff/account/sessions', { session: 'others' })
    expect(await open()).toBe(0)
    expect((await here.get('/staff/home')).path).toBe('/staff/home')
  })

  it('does not end the session of somebody else, an administrator asking included', async () => {
    const ada = await enrolled(site)
    const dana = await enrolled(site, { roles: ['administrator'], name: 'Dana Rivers' })
    const theirs = await ada.browser.get('/staff/account')
    const [, session = ''] = await sessionIds(ada)
    const page = await dana.browser.get('/staff/account')
    await dana.browser.send(page, '/staff/account/sessions', { session: session || 'none' })
    expect(theirs.status).toBe(200)
    expect((await ada.browser.get('/staff/home')).path).toBe('/staff/home')
  })
})

const sessionIds = async ({ person }: Enrolled): Promise<readonly string[]> =>
  site.database
    .transactAs({ center: (await import('../cast.ts')).centers.riverbend.id, person: null }, (trx) =>
      trx.selectFrom('sessions').select('session_id').where('person_id', '=', person).execute(),
    )
    .then((rows) => ['', ...rows.map(({ session_id }) => session_id).reverse()])

describe('what cannot be taken back', () => {
  it('asks for a fresh proof first, and comes back to its page', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await stepUp(ada, browser, '/staff/account/codes')
    expect(page.path).toBe('/staff/account/codes')
    const codes = codesOn(await browser.send(page, '/staff/account/codes'))
    expect(codes).toHaveLength(10)
    expect(codes.filter((code) => ada.codes.includes(code))).toEqual([])
  })

  it('asks again where the form arrives, not only on its page', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get('/staff/account/codes')
    site.clock.pass(6 * 60)
    expect((await browser.send(page, '/staff/account/codes')).path).toMatch(/^\/staff\/account\/step-up/)
  })

  it('changes the app only with the first code of the new one', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get('/staff/account/app')
    const secret = secretOn(page)
    expect(secret.replaceAll(' ', '')).not.toBe(ada.secret.replaceAll(' ', ''))
    expect((await browser.send(page, '/staff/account/app', { code: '000000' })).status).toBe(422)
    expect((await (await signIn(site, ada)).get('/staff/home')).path).toBe('/staff/home')
    const again = await browser.get('/staff/account/app')
    const done = await browser.send(again, '/staff/account/app', { code: codeAt(secret, site.clock.now()) })
    expect(codesOn(done)).toHaveLength(10)
    site.clock.pass(60)
    expect((await (await signIn(site, ada)).get('/staff/home')).path).not.toBe('/staff/home')
    expect((await (await signIn(site, { ...ada, secret })).get('/staff/home')).path).toBe('/staff/home')
  })

  it('never takes the last way to sign in', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get('/staff/account/password/remove')
    const kept = await browser.send(page, '/staff/account/password/remove')
    expect([kept.status, kept.html.includes('your only way to sign in')]).toEqual([422, true])
    expect((await (await signIn(site, ada)).get('/staff/home')).path).toBe('/staff/home')
  })

  it('refuses a form without the token of the session', async () => {
    const ada = await enrolled(site)
    const forged = { password: goodPassword, 'form-token': 'x' }
    expect((await ada.browser.post('/staff/account/password', forged)).status).toBe(403)
  })
})

describe('a case review', () => {
  it('holds three hours, and wants one tap after a quiet quarter of an hour', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get('/staff/account')
    await browser.send(page, '/staff/account/review', { review: 'on' })
    site.clock.pass(100 * 60)
    const asked = await browser.get('/staff/account/details')
    expect(asked.path).toMatch(/^\/staff\/account\/still-here\?back=/)
    expect((await browser.get('/staff/home')).path).toMatch(/still-here/)
    expect((await browser.send(asked, '/staff/account/still-here')).path).toBe('/staff/account/details')
    site.clock.pass(180 * 60)
    expect((await browser.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
  })
})

describe('a stranger', () => {
  it('is led to sign-in from every page of the account, and may not leave our pages from there', async () => {
    for (const path of ['/staff/home', '/staff/account', '/staff/account/codes'])
      expect((await visitor(site).get(path)).path).toMatch(/^\/staff\/sign-in/)
    const elsewhere = await visitor(site).get('/staff/sign-in?back=https://evil.example/staff/home')
    expect(elsewhere.html).not.toContain('evil')
  })
})
