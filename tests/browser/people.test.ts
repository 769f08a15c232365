// An administrator invites somebody, gives roles, reviews and ends access in a real browser: without script first, then with it;
// both languages, both widths. Each page on the way is looked at as in journeys.test.ts.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { languages } from '../../src/knowledge/index.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'
import { wordingIn } from '../home.ts'
import * as cast from '../people/cast.ts'
import { testApp } from '../services.ts'
import { launchBrowser, visitSite, type Sites, type Visitor, type VisitOptions } from './browser.ts'
import { localSites } from './local-sites.ts'
import { noSideways } from './settled.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let fresh: Fresh
let browser: Browser
let sites: Sites
const local = localSites()

beforeAll(async () => {
  fresh = await freshDatabase()
  await cast.castPeople(fresh.database)
  browser = await launchBrowser()
  const neutral = await local.weather()
  const olga = cast.signedInAs(cast.olga)
  const { app } = await testApp(fresh.database, neutral, {
    findSignedIn: () => Promise.resolve(olga),
    staff: { database: fresh.database, vault: cast.noVault, accounts: cast.noAccounts(fresh.database), demo: false },
  })
  sites = { origin: await local.listen((request) => app.fetch(request)), neutral }
})
afterAll(async () => {
  await browser.close()
  local.close()
  await fresh.close()
})

const ways: readonly VisitOptions[] = [
  { script: false, width: 1280 },
  { script: true, width: 390 },
  { script: true, width: 390, dark: true },
]
const walks = ways.flatMap((way) => languages.map((language) => ({ ...way, language })))

async function looked(visitor: Visitor): Promise<void> {
  await visitor.check()
  await noSideways(visitor.page)
}

describe.each(walks)('with %j', ({ language, ...way }) => {
  const { say } = wordingIn(language)
  const start = language === 'en' ? '/staff/people' : '/es/staff/people'

  it('every page stands, and what is only read is in order', async () => {
    const visitor = await visitSite(browser, sites, way)
    const settings = start.replace('people', 'settings')
    for (const path of [start, `${start}/agencies`, `${start}/permissions`, `${start}/review`, settings]) {
      await visitor.page.goto(visitor.at(path))
      await looked(visitor)
    }
    await visitor.close()
  })

  it('somebody is invited after a fault was put right, gets a role, and loses access', async () => {
    const visitor = await visitSite(browser, sites, way)
    const { page } = visitor
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
    const email = `${language}-${String(way.width)}-${String(way.dark)}@riverbend.example`
    await page.goto(visitor.at(`${start}/invite`))
    await page.locator('#name').fill('Nia Brooks')
    await page.locator('#discipline').selectOption('interview')
    await page.locator('#roles-interviewer').check()
    await press(say('people.invite.submit'))
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('#name').inputValue()).toBe('Nia Brooks')
    expect(await page.locator('#roles-interviewer').isChecked()).toBe(true)
    await looked(visitor)
    await page.locator('#email').fill(email)
    await press(say('people.invite.submit'))
    expect(await page.locator('#link').innerText()).toMatch(/\/staff\/welcome\/[\w-]{43}$/)
    await looked(visitor)
    await page.getByRole('link', { name: say('people.shown.on') }).click()
    await page.getByRole('link', { name: say('people.roles.title') }).click()
    await page.locator('#roles-mentor').check()
    await looked(visitor)
    await press(say('people.save'))
    await page.getByText(say('people.done.roles')).waitFor()
    await looked(visitor)
    await page.getByRole('link', { name: say('people.end.title') }).click()
    await page.locator('#confirm').waitFor()
    await looked(visitor)
    await press(say('people.end.submit'))
    await page.getByText(say('people.done.ended')).waitFor()
    await looked(visitor)
    expect(await page.locator('#link').count()).toBe(0)
    await visitor.close()
  })
})
