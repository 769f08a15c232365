// What a browser keeps on disk: words planted in every field of the way from a sign to a report, sent and not yet sent, are
// in no file of the profile and in no line of the service's log. The addresses of our pages may be there, as the page on
// leaving safely says.

import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { temporaryFolder } from '../database/databases.ts'
import { wordingIn } from '../home.ts'
import { openProfile } from './browser.ts'
import { filesWith } from './profile-files.ts'
import { openSites, type OpenSites } from './site.ts'

vi.setConfig({ testTimeout: 120_000 })

const { folder, remove } = temporaryFolder()
let sites: OpenSites
beforeAll(async () => {
  sites = await openSites()
})
afterAll(() => {
  sites.close()
  remove()
})

const { say } = wordingIn('en')
const word = 'zaunkoenig'

async function plantEverywhere(page: Page): Promise<number> {
  const fields = await page.locator('textarea').all()
  const folded = page.locator('main details:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
  for (const [at, field] of fields.entries()) await field.fill(`${word} ${at}`)
  return fields.length
}

async function walk(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  const press = (name: string) => page.getByRole('button', { name }).click()
  // The control: an address with the word in it has to be found, or the search finds nothing at all.
  await page.goto(`${sites.neutral}?control-${word}-control`)
  await page.goto(`${sites.origin}/report`)
  await page.locator('#zip').fill('78701')
  await press(say('report.submit'))
  await press(say('whom.to-sheet'))
  await page.locator('#t-what').waitFor()
  expect(await plantEverywhere(page)).toBe(17)
  await press(say('sheet.to-script'))
  await page.locator('.fb-script').waitFor()
  await press(say('sheet.make-page'))
  await page.locator('.fb-sheet').waitFor()
  await press(say('sheet.change'))
  await page.locator('#t-what').waitFor()
  await page.locator('#t-what').fill(`${word} not sent`)
  await page.locator('.fb-exit').click()
  await page.waitForURL(sites.neutral)
}

it.each([true, false])('nothing typed is left in the profile, script: %s', async (script) => {
  const profile = join(folder, String(script))
  const context = await openProfile(profile, script)
  await walk(context)
  await context.close()
  expect(filesWith(`control-${word}-control`, profile).length).toBeGreaterThan(0)
  for (const at of [0, 1, 9, 16]) expect([at, filesWith(`${word} ${at}`, profile)]).toEqual([at, []])
  expect(filesWith(`${word} not`, profile)).toEqual([])
  expect(sites.logged.join('\n')).not.toContain(word)
})

it('nothing of a note that was typed for reading is left in the profile', async () => {
  const profile = join(folder, 'note')
  const context = await openProfile(profile, true)
  const page = await context.newPage()
  await page.goto(`${sites.neutral}?control-${word}-control`)
  await page.goto(`${sites.origin}/staff/scan`)
  await page.locator('#note').fill(`${word} note`)
  await page.getByRole('button', { name: say('scan.read') }).click()
  await page.getByText(say('scan.reading')).or(page.locator('#scan-result')).first().waitFor()
  await page.goto(`${sites.origin}/about`)
  await context.close()
  expect(filesWith(`control-${word}-control`, profile).length).toBeGreaterThan(0)
  expect(filesWith(`${word} note`, profile)).toEqual([])
})
