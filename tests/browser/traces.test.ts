// What a browser keeps on disk of a day's work: names of a child and notes, opened, revealed, written and only half written, and
// the token of the session, are in no file of the profile after signing out, in plain or packed, and in no line of the log.

import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { temporaryFolder } from '../database/databases.ts'
import { addPerson, codeAt, goodPassword, invite } from '../staff.ts'
import { openProfile } from './browser.ts'
import { filesWith } from './profile-files.ts'
import { openStaffSites, type StaffSites } from './staff-sites.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { folder, remove } = temporaryFolder()
let sites: StaffSites
beforeAll(async () => {
  sites = await openStaffSites()
})
afterAll(async () => {
  await sites.close()
  remove()
})

const planted = {
  given: 'Zaunkoenigin',
  surname: 'Wintergoldhaehnchen',
  phone: '512-555-0187',
  note: 'Steinschmaetzer sat by the window.',
  half: 'Mauerlaeufer was not sent',
} as const
const control = 'control-rohrdommel-control'

/** Presses the button of the form with this id, or with this end of its action. */
const submit = (page: Page, form: string): Promise<void> =>
  page.locator(`${form} button[type="submit"], ${form} button.govuk-button`).first().click()

/** Enrols by the pages, signs out, and signs in again with the next code. */
async function signInAnew(page: Page, script: boolean): Promise<void> {
  const { site, origin } = sites
  const email = `carmen-${String(script)}@riverbend.example`
  const person = await addPerson(site, { name: 'Carmen Ruiz', email, roles: ['coordinator'] })
  await page.goto(`${origin}/staff/welcome/${await invite(site, person)}`)
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('link', { name: 'Use a password and an app' }).click()
  await page.locator('#password').fill(goodPassword)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  const secret = await page.locator('.fb-secret').innerText()
  await page.locator('#code').fill(codeAt(secret, site.clock.now()))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.locator('.fb-codes').waitFor()
  await page.goto(`${origin}/staff/home`)
  await signOut(page)
  site.clock.pass(60)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(goodPassword)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.locator('#code').fill(codeAt(secret, site.clock.now()))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/staff\/home/)
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.locator('#email').waitFor()
}

async function openTheCase(page: Page): Promise<void> {
  await page.goto(`${sites.origin}/staff/cases/new`)
  await page.locator('#look #given').fill(planted.given)
  await page.locator('#look #surname').fill(planted.surname)
  await submit(page, '#look')
  await page.locator('#child #phone').fill(planted.phone)
  await submit(page, '#child')
  await page.locator('.fb-masked').first().waitFor()
}

async function reveal(page: Page, column: string, text: string): Promise<void> {
  const form = page.locator('form', { has: page.locator(`input[name="column"][value="${column}"]`) })
  await form.locator('button').click()
  await page.locator('.fb-shown').getByText(text).waitFor()
}

async function work(page: Page): Promise<void> {
  await openTheCase(page)
  const at = page.url()
  await reveal(page, 'given_name', planted.given)
  await reveal(page, 'surname', planted.surname)
  await reveal(page, 'phone', planted.phone)
  await page.locator('#text').pressSequentially(planted.note)
  await submit(page, '#note')
  await page.getByText(planted.note).waitFor()
  await page.goto(at)
  await page.getByText(planted.note).waitFor()
  await page.locator('#text').pressSequentially(planted.half)
}

const tokenOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).find(({ name }) => name === 'footbridge')?.value ?? ''

it.each([true, false])('nothing of a case and no token is left in the profile, script: %s', async (script) => {
  const profile = join(folder, String(script))
  const context = await openProfile(profile, script)
  const page = await context.newPage()
  // The control: an address with the word in it has to be found, or the search finds nothing at all.
  await page.goto(`${sites.neutral}?${control}`)
  await signInAnew(page, script)
  await work(page)
  const token = await tokenOf(context)
  expect(token.length).toBeGreaterThan(20)
  await signOut(page)
  await context.close()
  expect(filesWith(control, profile).length).toBeGreaterThan(0)
  // And packed: the style sheet, which came as gzip, is in the cache, and found by a rule of it.
  expect(filesWith('.fb-masked', profile).length).toBeGreaterThan(0)
  // Nor what a page or a form was answered with: the cache holds assets alone.
  expect(filesWith(`/staff/sign-`, join(profile, 'Default/Cache'))).toEqual([])
  for (const text of [...Object.values(planted), token, goodPassword])
    expect([text, filesWith(text, profile)]).toEqual([text, []])
  for (const text of Object.values(planted)) expect(sites.site.logged.join('\n')).not.toContain(text)
})
