// Steps that swap in place: what a person sees, hears and keeps while the tab holds one entry. Each page that was swapped
// in is checked like one that was loaded: CSP reports, console errors, other hosts, stored items, axe.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { testApp } from '../services.ts'
import { launchBrowser, visitSite, type Sites, type Visitor } from './browser.ts'
import { localSites } from './local-sites.ts'

vi.setConfig({ testTimeout: 60_000 })

const local = localSites()
let browser: Browser
let sites: Sites
/** Every request for a page that the site was asked, as 'POST /check'. */
let asked: string[] = []
/** Changes an answer on its way; a test sets it, and the next one that opens a page takes it back. */
let change: (request: Request, answer: Response) => Response | Promise<Response> = (_, answer) => answer

beforeAll(async () => {
  const neutral = await local.weather()
  const { app } = await testApp(undefined, neutral)
  const origin = await local.listen(async (request) => {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/assets/')) asked.push(`${request.method} ${pathname}`)
    return change(request, await app.fetch(request))
  })
  sites = { origin, neutral }
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  local.close()
})

/** Opens a page, marked: the mark is gone as soon as the browser loads another document. */
async function open(
  path: string,
  before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Visitor> {
  change = (_, answer) => answer
  const visitor = await visitSite(browser, sites)
  await before(visitor.page)
  await visitor.page.goto(visitor.at(path))
  await visitor.page.evaluate(() => document.documentElement.setAttribute('data-mark', 'here'))
  asked = []
  return visitor
}

const isInPlace = async (page: Page): Promise<boolean> =>
  (await page.locator('html').getAttribute('data-mark')) === 'here'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const back = (page: Page) => page.locator('.fb-back')
const pathOf = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).hash

/** From a fetch of the script, not from the browser itself. */
const isOfScript = (request: Request): boolean => request.headers.get('accept') === 'text/html'

/** The same answer with another text. */
async function edited(answer: Response, edit: (text: string) => string): Promise<Response> {
  const packed = answer.headers.get('content-encoding') === 'gzip'
  const body = packed ? answer.body?.pipeThrough(new DecompressionStream('gzip')) : answer.body
  answer.headers.delete('content-encoding')
  return new Response(edit(await new Response(body ?? null).text()), answer)
}

describe('a step', () => {
  it('swaps title, language, address and text, goes to the top, and moves focus to the heading', async () => {
    const visitor = await open('/learn')
    const { page } = visitor
    await page.evaluate(() => scrollTo(0, 5000))
    await page.locator('main a[href="/learn/signs"]').click()
    await page.waitForURL(visitor.at('/learn/signs'))
    expect(await page.locator(':focus').evaluate((one) => one.tagName)).toBe('H1')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await visitor.check()
    await page.locator('a[hreflang=es]').click()
    await page.waitForURL(visitor.at('/es/learn/signs'))
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    expect(await page.title()).toMatch(/ – Footbridge$/)
    expect(await back(page).textContent()).toBe('Atrás')
    await visitor.check()
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })

  it('moves focus to what has to be put right, and its links lead to the fields', async () => {
    const visitor = await open('/report')
    const { page } = visitor
    await page.locator('#zip').fill('7870')
    await page.locator('#zip').press('Enter')
    await page.locator('.govuk-error-summary:focus').waitFor()
    expect(asked).toEqual(['POST /report/whom-to-call'])
    await visitor.check()
    await page.locator('.govuk-error-summary a').click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('zip')
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })

  it('shows a page that does not exist like any other', async () => {
    const visitor = await open('/learn')
    const { page } = visitor
    await page.evaluate(() => document.querySelector('main a')?.setAttribute('href', '/nothing-here'))
    await page.locator('main a').first().click()
    await heading(page, 'Page not found')
    expect(pathOf(page)).toBe('/nothing-here')
    expect(await isInPlace(page)).toBe(true)
    await visitor.check()
    await visitor.close()
  })

  it('leaves to the browser what opens elsewhere: a click with Control', async () => {
    const visitor = await open('/learn')
    const { page } = visitor
    // Asked after our own listener: a click that nobody has taken over opens its link elsewhere.
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        document.documentElement.setAttribute('data-taken-over', String(event.defaultPrevented))
        event.preventDefault()
      })
    })
    const takenOver = () => page.locator('html').getAttribute('data-taken-over')
    const link = page.locator('main a').first()
    await link.click({ modifiers: ['Control'] })
    expect(await takenOver()).toBe('false')
    await link.click()
    expect(await takenOver()).toBe('true')
    await visitor.close()
  })

  it('tells other scripts: fb:shown comes after the first load and after each swap', async () => {
    const visitor = await open('/learn', (page) =>
      page.addInitScript(() => {
        document.addEventListener('fb:shown', () => {
          const { documentElement } = document
          documentElement.setAttribute('data-shown', `${documentElement.getAttribute('data-shown') ?? ''}+`)
        })
      }),
    )
    const { page } = visitor
    expect(await page.locator('html').getAttribute('data-shown')).toBe('+')
    await page.locator('a[href="/check"]').click()
    await heading(page, 'Who is this about?')
    await back(page).click()
    expect(await page.locator('html').getAttribute('data-shown')).toBe('+++')
    await visitor.close()
  })

  it('runs no script that comes with a page', async () => {
    const visitor = await open('/learn')
    const { page } = visitor
    const scripts = '<script src="/assets/ran.js"></script><script>document.title="ran"</script>'
    change = (request, answer) =>
      isOfScript(request) ? edited(answer, (text) => text.replace('<main', `${scripts}<main`)) : answer
    await page.locator('a[href="/check"]').click()
    await heading(page, 'Who is this about?')
    expect(await page.title()).not.toBe('ran')
    expect(await page.locator('body script').count()).toBe(0)
    await visitor.check()
    await visitor.close()
  })
})

describe('the Back button of the page', () => {
  it('is not there on the first page, and brings back what was ticked and typed', async () => {
    const visitor = await open('/check/child')
    const { page } = visitor
    expect(await back(page).isVisible()).toBe(false)
    await page.locator('#noticed-exchange').check()
    await page.locator('#boxes .govuk-button').click()
    await heading(page, 'Please call now')
    await page.locator('form[action="/report"] button').click()
    await heading(page, 'Whom do I call?')
    await page.locator('#zip').fill('78701')
    await page.locator('#state').selectOption('TX')
    await page.locator('#danger').check()
    await page.locator('#questions .govuk-button').click()
    await heading(page, 'Whom to call: Texas')
    await visitor.check()
    await back(page).click()
    expect(await page.locator('#zip').inputValue()).toBe('78701')
    expect(await page.locator('#state').inputValue()).toBe('TX')
    expect(await page.locator('#danger').isChecked()).toBe(true)
    expect(pathOf(page)).toBe('/report')
    await visitor.check()
    await back(page).click()
    await heading(page, 'Please call now')
    await back(page).click()
    expect(await page.locator('#noticed-exchange').isChecked()).toBe(true)
    expect(await back(page).isVisible()).toBe(false)
    expect(pathOf(page)).toBe('/check/child')
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })

  it('is 44 px high, comes before the text by keyboard, and goes back to where the page was scrolled', async () => {
    const visitor = await open('/learn/signs')
    const { page } = visitor
    await page.evaluate(() => scrollTo(0, 900))
    await page.evaluate(() => document.querySelector<HTMLElement>('.fb-footer a')?.click())
    await page.waitForURL(visitor.at('/leaving-safely'))
    expect((await back(page).boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(visitor.at('/learn/signs'))
    expect(await page.evaluate(() => scrollY)).toBe(900)
    await visitor.close()
  })

  it('keeps thirty pages', async () => {
    const visitor = await open('/learn')
    const { page } = visitor
    for (let step = 0; step < 32; step++) {
      await page.locator(step % 2 === 0 ? '.fb-nav a[href="/report"]' : '.fb-nav a[href="/learn"]').click()
      await page.waitForURL(visitor.at(step % 2 === 0 ? '/report' : '/learn'))
    }
    let times = 0
    for (; await back(page).isVisible(); times++) await back(page).click()
    expect(times).toBe(30)
    await visitor.close()
  })
})

describe('the other language', () => {
  it('takes along what was typed and ticked, in place', async () => {
    const visitor = await open('/report')
    const { page } = visitor
    await page.locator('#zip').fill('7870')
    await page.locator('#missing').check()
    await page.locator('.fb-language button').click()
    await page.waitForURL(visitor.at('/es/report'))
    expect(await page.locator('#zip').inputValue()).toBe('7870')
    expect(await page.locator('#missing').isChecked()).toBe(true)
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })
})

describe('a file', () => {
  const toTheWords = async (): Promise<Visitor> => {
    const visitor = await open('/report/sheet')
    await visitor.page.locator('#t-what').fill('what I saw')
    await visitor.page.locator('#sheet .govuk-button').click()
    await visitor.page.locator('.fb-script').waitFor()
    return visitor
  }

  it.each(['sheet.pdf', 'sheet.txt'])('%s is sent by the browser itself, and the page stays', async (name) => {
    const visitor = await toTheWords()
    const { page } = visitor
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`button[formaction="/report/${name}"]`).click(),
    ])
    expect(download.suggestedFilename()).toBe(name)
    expect(await page.locator('.fb-script').textContent()).toContain('what I saw')
    expect(await isInPlace(page)).toBe(true)
    await visitor.check()
    await visitor.close()
  })

  it('that cannot be made shows what to put right in place, under the address that was there', async () => {
    const visitor = await toTheWords()
    const { page } = visitor
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLInputElement>('[name=t-what]')) one.value = 'long '.repeat(2000)
    })
    await page.locator('button[formaction="/report/sheet.pdf"]').click()
    await page.locator('.govuk-error-summary').waitFor()
    expect(pathOf(page)).toBe('/report/script')
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })
})

describe('while an answer is on its way', () => {
  it('the page says that it is busy, and a form is sent once', async () => {
    const visitor = await open('/report')
    const { page } = visitor
    let answerNow = (): void => undefined
    const wait = new Promise<void>((resolve) => (answerNow = resolve))
    change = async (_, answer) => {
      await wait
      return answer
    }
    await page.locator('#zip').fill('78701')
    for (let times = 0; times < 3; times++) await page.locator('#questions .govuk-button').click()
    expect(await page.locator('body').getAttribute('aria-busy')).toBe('true')
    answerNow()
    await heading(page, 'Whom to call: Texas')
    expect(await page.locator('body').getAttribute('aria-busy')).toBeNull()
    expect(asked).toEqual(['POST /report/whom-to-call'])
    await visitor.close()
  })

  it('another link is followed instead', async () => {
    const visitor = await open('/')
    const { page } = visitor
    change = (request, answer) => (request.url.endsWith('/learn') ? new Promise(() => undefined) : answer)
    await page.locator('.fb-nav a[href="/learn"]').click()
    await page.locator('.fb-nav a[href="/check"]').click()
    await heading(page, 'Who is this about?')
    expect(await isInPlace(page)).toBe(true)
    await visitor.close()
  })
})

describe('what cannot be shown in place is left to the browser', () => {
  const otherSheet = (answer: Response): Promise<Response> =>
    edited(answer, (text) => text.replace(/\/assets\/public\.[0-9a-f]+\.css/, '/assets/public.css'))

  it.each([
    ['an answer after an upgrade, with another style sheet', otherSheet],
    ['an answer that is no page', () => new Response('{}', { headers: { 'Content-Type': 'application/json' } })],
  ])('%s: a link replaces the page, a form is sent again', async (_, make) => {
    const visitor = await open('/report')
    const { page } = visitor
    const length = await page.evaluate(() => history.length)
    change = (request, answer) => (isOfScript(request) ? make(answer) : answer)
    await page.locator('.fb-nav a[href="/learn"]').click()
    await vi.waitUntil(async () => !(await isInPlace(page).catch(() => true)))
    expect(pathOf(page)).toBe('/learn')
    expect(await page.evaluate(() => history.length)).toBe(length)
    await page.goto(visitor.at('/report'))
    await page.locator('#state').selectOption('TX')
    await page.locator('#questions .govuk-button').click()
    await heading(page, 'Whom to call: Texas')
    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(2)
    await visitor.close()
  })

  it('a network that fails: the browser tries by itself, with the button that was pressed', async () => {
    const visitor = await open('/report')
    const { page } = visitor
    await page.route('**/es/report', (route) => route.abort(), { times: 1 })
    await page.locator('#zip').fill('7870')
    await page.locator('.fb-language button').click()
    await vi.waitUntil(async () => !(await isInPlace(page).catch(() => true)))
    expect(pathOf(page)).toBe('/es/report')
    expect(await page.locator('#zip').inputValue()).toBe('7870')
    await visitor.close()
  })
})

describe('an older browser', () => {
  it('without Trusted Types swaps in place all the same', async () => {
    const visitor = await open('/learn', async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'trustedTypes'))
      change = (_, answer) => {
        answer.headers.delete('Content-Security-Policy')
        return answer
      }
    })
    await visitor.page.locator('a[href="/check"]').click()
    await heading(visitor.page, 'Who is this about?')
    expect(await isInPlace(visitor.page)).toBe(true)
    await visitor.close()
  })

  it('that cannot tell which button sent a form loads every page, and still leaves', async () => {
    const visitor = await open('/learn', (page) =>
      page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SubmitEvent')),
    )
    const { page } = visitor
    await page.locator('a[href="/check"]').click()
    await heading(page, 'Who is this about?')
    expect(await isInPlace(page)).toBe(false)
    // The page came by itself: its script has run when it is loaded.
    await page.waitForLoadState('load')
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
    await page.waitForURL(sites.neutral)
    await visitor.close()
  })
})
