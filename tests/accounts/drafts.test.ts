// A form that was not sent is not lost, and nobody but its writer gets it back, on its own page only.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { staffSite, type StaffSite } from '../staff.ts'
import { enrolled, signIn } from './enrolled.ts'

let site: StaffSite
beforeAll(async () => {
  site = await staffSite()
})
afterAll(() => site.close())

describe('a draft', () => {
  const details = '/staff/account/details'

  it('of a form that came too late is offered to its writer after sign-in, on the same page only', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get(details)
    site.clock.pass(20 * 60)
    const late = await browser.send(page, details, { name: 'Ada Brook-Peña', language: 'es' })
    expect(late.path).toMatch(/^\/staff\/sign-in\?back=.*details&kept=yes$/)
    expect(late.html).toContain('your form was kept')
    await signIn(site, ada, browser)
    expect((await browser.get('/staff/account')).html).not.toContain('You have a form here')
    const offered = await browser.get(details)
    expect(offered.html).toContain('You have a form here from')
    expect(offered.html).not.toContain('Brook-Peña')
    const taken = await browser.get(`${details}?draft=take`)
    expect(taken.html).toContain('value="Ada Brook-Peña"')
    const other = await enrolled(site, { name: 'Imani Cole' })
    expect((await other.browser.get(`${details}?draft=take`)).html).not.toContain('Brook-Peña')
    await browser.send(taken, details, { name: 'Ada Brook-Peña', language: 'en' })
    expect((await browser.get(details)).html).not.toContain('You have a form here')
  })

  it('is thrown away when she says so, and forgotten after thirty days', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const save = async (): Promise<void> => {
      const token = /name="form-token" value="([^"]*)"/.exec((await browser.get(details)).html)?.[1] ?? ''
      const body = { 'form-token': token, 'draft-form': details, draft: 'name=Half+a+name&password=secret+words' }
      expect((await browser.post('/staff/account/draft.json', body)).html).toBe('{"left":900}')
    }
    await save()
    const offered = await browser.get(details)
    const dropped = await browser.send(offered, '/staff/account/draft')
    expect([dropped.path, dropped.html.includes('You have a form here')]).toEqual([details, false])
    await save()
    site.clock.pass(30 * 86_400 + 1)
    await signIn(site, ada, browser)
    expect((await browser.get(details)).html).not.toContain('You have a form here')
  })

  it('is not made of a form of a session that somebody ended, or with a wrong token', async () => {
    const ada = await enrolled(site)
    const browser = await signIn(site, ada)
    const page = await browser.get(details)
    site.clock.pass(20 * 60)
    const forged = await browser.post(details, { name: 'Forged', language: 'en', 'form-token': 'x' })
    expect(forged.path).not.toContain('kept=yes')
    await signIn(site, ada, browser)
    const again = await browser.get(details)
    await browser.send(again, '/staff/sign-out')
    const late = await browser.send(page, details, { name: 'Late', language: 'en' })
    expect(late.path).not.toContain('kept=yes')
  })
})
