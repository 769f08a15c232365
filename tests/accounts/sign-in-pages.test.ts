// The pages of sign-in as a browser without script meets them: from the first administrator to signing out.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { setUpLinks } from '../../src/access/index.ts'
import { centers } from '../cast.ts'
import { codeAt, goodPassword, staffSite, type StaffSite } from '../staff.ts'
import { enrolled, signIn } from './enrolled.ts'
import { codesOn, secretOn, visitor } from './visitor.ts'

let site: StaffSite
beforeAll(async () => {
  site = await staffSite()
})
afterAll(() => site.close())

const setUpLink = async (): Promise<string> =>
  `/set-up/${await setUpLinks(site.database).issue(centers.riverbend.id, site.clock.now())}`

describe('the first administrator', () => {
  it('names herself, sets up how to sign in, and the link is then over', async () => {
    const link = await setUpLink()
    const browser = visitor(site)
    const form = await browser.get(link)
    expect(form.status).toBe(200)
    const wrong = await browser.send(form, link, { name: '', email: 'no address' })
    expect([wrong.status, wrong.html.includes('Write your name')]).toEqual([422, true])
    const choice = await browser.send(form, link, {
      name: 'Dana Rivers',
      email: 'Dana@Riverbend.example',
      roles: ['privacy-officer', 'mentor'],
    })
    expect(choice.path).toBe('/staff/enrol')
    // Broken off, the link still counts.
    expect((await visitor(site).get(link)).status).toBe(200)
    const app = await browser.send(await browser.get('/staff/enrol/password'), '/staff/enrol/password', {
      password: goodPassword,
    })
    const done = await browser.send(app, '/staff/enrol/app', { code: codeAt(secretOn(app), site.clock.now()) })
    expect(codesOn(done)).toHaveLength(10)
    const home = await browser.get('/staff/home')
    expect(home.html).toContain('Signed in as Dana Rivers')
    expect(home.html).toContain('href="/staff/audit"')
    expect(home.html).not.toContain('href="/staff/cases"')
    expect((await visitor(site).get(link)).status).toBe(404)
    expect(await setUpLinks(site.database).issue(centers.riverbend.id, site.clock.now())).toBeUndefined()
  })
})

describe('signing in with a password and a code', () => {
  it('leads home, and signing out ends it', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const home = await browser.get('/staff/home')
    expect([home.status, home.html.includes('Signed in as Ada Brook')]).toEqual([200, true])
    const old = new Map(browser.cookies)
    const out = await browser.send(home, '/staff/sign-out')
    expect(out.html).toContain('You are signed out')
    expect([...browser.cookies.keys()]).toEqual(['__Host-footbridge-device'])
    for (const [name, value] of old) browser.cookies.set(name, value)
    expect((await browser.get('/staff/home')).path).toContain('/staff/sign-in')
  })
})
