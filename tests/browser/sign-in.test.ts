// Signing in with a real browser: a passkey of a virtual device, a password with the codes of an app, a replay refused, and a form
// that outlives its session. Every page is looked at by axe, narrow and wide, in both languages.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addPerson, codeAt, goodPassword, invite } from '../staff.ts'
import { launchBrowser, visitSite, type Visitor, type VisitOptions } from './browser.ts'
import { openStaffSites, type StaffSites } from './staff-sites.ts'

let browser: Browser
let sites: StaffSites
beforeAll(async () => {
  sites = await openStaffSites()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await sites.close()
})

const visit = (way: VisitOptions = {}): Promise<Visitor> => visitSite(browser, sites, { staff: true, ...way })
const pictures = process.env['FOOTBRIDGE_PICTURES']

let shots = 0
async function look(visitor: Visitor, name: string): Promise<void> {
  await visitor.check()
  if (pictures !== undefined)
    await visitor.page.screenshot({
      path: `${pictures}/${String(++shots).padStart(2, '0')}-${name}.png`,
      fullPage: true,
    })
}

async function invited(name: string): Promise<{ readonly link: string; readonly email: string }> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@riverbend.example`
  const person = await addPerson(sites.site, { name, email })
  return { link: `/staff/welcome/${await invite(sites.site, person)}`, email }
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click()
}

async function withPasskeys({ context, page }: Visitor): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

type Words = {
  readonly begin: string
  readonly usePassword: string
  readonly goOn: string
  readonly confirm: string
  readonly next: string
  readonly signIn: string
  readonly signOut: string
}

const english: Words = {
  begin: 'Begin',
  usePassword: 'Use a password and an app',
  goOn: 'Go on',
  confirm: 'Confirm',
  next: 'Next',
  signIn: 'Sign in',
  signOut: 'Sign out',
}
const spanish: Words = {
  begin: 'Comenzar',
  usePassword: 'Usar una contraseña y una aplicación',
  goOn: 'Continuar',
  confirm: 'Confirmar',
  next: 'Siguiente',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
}

describe.each([
  ['in English', '', 'Ada Brook', english, { width: 390 }],
  ['in Spanish, wide', '/es', 'Marta Peña', spanish, { width: 1280 }],
  ['in English, without script', '', 'Imani Cole', english, { width: 1280, script: false }],
] as const)('a password and an app %s', (_, prefix, name, words, way) => {
  it('are set up by an invitation, sign in, and no code counts twice', async () => {
    const { link, email } = await invited(name)
    const visitor = await visit(way)
    const { page } = visitor
    const see = (what: string) => look(visitor, `${prefix.slice(1) || 'en'}-${way.width}-${what}`)
    await page.goto(visitor.at(`${prefix}${link}`))
    await see('welcome')
    await press(page, words.begin)
    await see('enrol')
    await page.getByRole('link', { name: words.usePassword }).click()
    await page.locator('#password').fill('short')
    await press(page, words.goOn)
    await see('password-wrong')
    await page.locator('#password').fill(goodPassword)
    await press(page, words.goOn)
    await see('app')
    const secret = await page.locator('.fb-secret').innerText()
    await page.locator('#code').fill(codeAt(secret, sites.site.clock.now()))
    await press(page, words.confirm)
    await page.locator('.fb-codes').waitFor()
    await see('codes')
    expect(await page.locator('.fb-codes li').count()).toBe(10)
    await page.goto(visitor.at(`${prefix}/staff/home`))
    await see('home')
    await page.goto(visitor.at(`${prefix}/staff/account`))
    await see('account')
    await press(page, words.signOut)
    await page.locator('#email').waitFor()
    await see('signed-out')
    const code = codeAt(secret, new Date(sites.site.clock.now().getTime() + 60_000))
    sites.site.clock.pass(60)
    await signInWith(page, words, { email, code })
    await page.waitForURL(/staff\/home/)
    await press(page, words.signOut)
    await page.locator('#email').waitFor()
    await signInWith(page, words, { email, code })
    await page.locator('.govuk-error-summary').waitFor()
    expect(page.url()).toMatch(/sign-in\/code/)
    await see('replay-refused')
    await visitor.close()
  })
})

async function signInWith(page: Page, words: Words, { email, code }: { email: string; code: string }): Promise<void> {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(goodPassword)
  await press(page, words.next)
  await page.locator('#code').fill(code)
  await press(page, words.signIn)
}

describe('a passkey', () => {
  it('is made with an invitation, signs in, and proves once more who it is', async () => {
    const { link } = await invited('Bo Reed')
    const visitor = await visit()
    const { page } = visitor
    await withPasskeys(visitor)
    await page.goto(visitor.at(link))
    await press(page, 'Begin')
    await look(visitor, 'passkey-enrol')
    await page.getByLabel('A name for this passkey').fill('My laptop')
    await press(page, 'Make a passkey')
    await page.waitForURL(/staff\/home/)
    await press(page, 'Sign out')
    await page.locator('#email').waitFor()
    await look(visitor, 'passkey-sign-in')
    await press(page, 'Sign in with a passkey')
    await page.waitForURL(/staff\/home/)
    sites.site.clock.pass(6 * 60)
    await page.goto(visitor.at('/staff/account/passkeys'))
    await look(visitor, 'step-up')
    await press(page, 'Use a passkey')
    await page.waitForURL(/account\/passkeys/)
    await look(visitor, 'passkeys')
    expect(await page.locator('main').innerText()).toContain('My laptop')
    await press(page, 'Remove “My laptop”')
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('main').innerText()).toContain('your only way to sign in')
    await visitor.close()
  })

  it('of a device without one says so, and the password is still there', async () => {
    const visitor = await visit()
    await withPasskeys(visitor)
    await visitor.page.goto(visitor.at('/staff/sign-in'))
    await press(visitor.page, 'Sign in with a passkey')
    await visitor.page.getByText('No passkey came back').waitFor()
    await look(visitor, 'passkey-none')
    await visitor.close()
  })
})

describe('a session', () => {
  it('warns before its end, keeps what is typed, and gives it back after signing in again', async () => {
    const { link, email } = await invited('Rosa Field')
    const visitor = await visit({ width: 390 })
    const { page } = visitor
    await page.clock.install()
    await page.goto(visitor.at(link))
    await press(page, 'Begin')
    await page.getByRole('link', { name: english.usePassword }).click()
    await page.locator('#password').fill(goodPassword)
    await press(page, english.goOn)
    const secret = await page.locator('.fb-secret').innerText()
    await page.locator('#code').fill(codeAt(secret, sites.site.clock.now()))
    await press(page, english.confirm)
    await page.locator('.fb-codes').waitFor()
    await page.goto(visitor.at('/staff/account/details'))
    expect(await page.locator('#staff-keep button').isVisible()).toBe(false)
    await page.clock.fastForward('12:55')
    expect(await page.locator('#staff-keep button').isVisible()).toBe(false)
    await page.clock.fastForward('00:10')
    await page.getByText('In two minutes you will be signed out').waitFor()
    await look(visitor, 'warning')
    await press(page, 'Stay signed in')
    await page.getByText('In two minutes you will be signed out').waitFor({ state: 'hidden' })
    await page.locator('#name').fill('Rosa Field-Ortiz')
    const saved = page.waitForResponse(/draft\.json/)
    await page.clock.fastForward(21_000)
    expect((await saved).status()).toBe(200)
    sites.site.clock.pass(16 * 60)
    await page.clock.fastForward('15:10')
    await page.waitForURL(/staff\/sign-in\?back=/)
    await signInWith(page, english, { email, code: codeAt(secret, sites.site.clock.now()) })
    await page.waitForURL(/account\/details/)
    await page.getByRole('link', { name: 'Continue with it' }).click()
    await page.waitForURL(/draft=take/)
    expect(await page.locator('#name').inputValue()).toBe('Rosa Field-Ortiz')
    await look(visitor, 'draft')
    await visitor.close()
  })
})
