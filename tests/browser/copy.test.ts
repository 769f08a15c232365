// A copy of the public side on a host that serves files and nothing else, read in a real browser without script; and its
// form sent to a service that knows the copy.

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { publishFolder } from '../../src/cli/publish-folder.ts'
import { publicCopy } from '../../src/web/index.ts'
import { temporaryFolder } from '../database/databases.ts'
import { content } from '../home.ts'
import { testApp, testServices } from '../services.ts'
import { launchBrowser, visitSite, type Visitor } from './browser.ts'
import { localSites } from './local-sites.ts'
import { openTab, type Tab } from './tab.ts'

vi.setConfig({ testTimeout: 60_000 })

const { folder, remove } = temporaryFolder()
const local = localSites()
let browser: Browser
let neutral: string
let alone: string
let served: string
/** The copy with a service on a host that takes no notice of `_headers`: its pages are not `no-store`. */
let careless: string

const say = content.messages.en

beforeAll(async () => {
  const open = local.listen
  const seen = (request: Request): Response =>
    new Response(`<!doctype html><title>Weather</title><h1>${request.headers.get('referer') ?? 'nobody'}</h1>`, {
      headers: { 'Content-Type': 'text/html' },
    })
  neutral = await open(seen)
  alone = await open(staticHost(join(folder, 'alone')))
  served = await open(staticHost(join(folder, 'served')))
  careless = await open(async (request) => {
    const answer = await staticHost(join(folder, 'served'))(request)
    answer.headers.delete('Cache-Control')
    return answer
  })
  const { app } = await testApp(undefined, `${neutral}/`, { copies: [served, careless] })
  const service = await open((request) => app.fetch(request))
  const services = await testServices(undefined, `${neutral}/`)
  publishFolder(join(folder, 'alone'), await publicCopy({ ...services, copy: { service: null } }))
  publishFolder(join(folder, 'served'), await publicCopy({ ...services, copy: { service } }))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  local.close()
  remove()
})

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}

/** Files, index.html for a folder, and the headers of `_headers` for every address. */
const staticHost =
  (root: string) =>
  async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const file = join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (request.method !== 'GET' || !(await stat(file).catch(() => undefined))?.isFile())
      return new Response('', { status: 404 })
    const headers = await rulesForAll(root)
    headers.set('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    return new Response(new Uint8Array(await readFile(file)), { headers })
  }

async function rulesForAll(root: string): Promise<Headers> {
  const [, rules = ''] = /^\/\*\n((?: {2}.*\n)+)/.exec(await readFile(join(root, '_headers'), 'utf8')) ?? []
  return new Headers(
    rules
      .trimEnd()
      .split('\n')
      .map((line): [string, string] => {
        const [name = '', ...value] = line.trim().split(': ')
        return [name, value.join(': ')]
      }),
  )
}

const visit = (origin: string, script = false): Promise<Visitor> =>
  visitSite(browser, { origin, neutral: 'http://127.0.0.1' }, { script, width: 390 })

describe('a copy on its own', () => {
  it('shows the next step for what is ticked, and leads on to a place by keyboard', async () => {
    const visitor = await visit(alone)
    const { page } = visitor
    await page.goto(visitor.at('/'))
    await page.getByRole('link', { name: say['home.way/check'] ?? '' }).click()
    await page.getByRole('link', { name: say['door/check/child'] ?? '' }).click()
    await page.locator('#noticed-truancy').check()
    expect(await page.locator('[data-step="report"]').isVisible()).toBe(true)
    expect(await page.getByText(content.explanations.en.truancy.may_also_mean).isVisible()).toBe(true)
    await page.locator('#noticed-truancy').press('Enter')
    expect(page.url()).toBe(visitor.at('/check/child/'))
    await page.getByRole('link', { name: say['result.to-report'] ?? '' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(visitor.at('/report/'))
    await page.getByRole('link', { name: 'Alabama' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(visitor.at('/report/places/AK/'))
    expect(await page.locator('h1').textContent()).toContain('Alaska')
    expect(await page.locator('.fb-steps a[href^="tel:"]').count()).toBeGreaterThan(1)
    await visitor.check()
    await page.getByRole('link', { name: 'Español' }).click()
    await page.waitForURL(visitor.at('/es/report/places/AK/'))
    await page.getByRole('link', { name: content.messages.es['exit'] ?? '' }).click()
    await page.waitForURL(`${neutral}/`)
    await visitor.close()
  })

  it('is as accessible and as quiet with script, on its new pages', async () => {
    const visitor = await visit(alone, true)
    for (const path of [
      '/check/child/',
      '/report/',
      '/report/places/',
      '/report/places/TX/',
      '/es/report/places/PR/',
    ]) {
      await visitor.page.goto(visitor.at(path))
      await visitor.check()
    }
    await visitor.close()
  })
})

describe('a copy with a service', () => {
  it.each([false, true])('sends its form there and gets the answer (script: %s)', async (script) => {
    const visitor = await visit(served, script)
    const { page } = visitor
    await page.goto(visitor.at('/report/'))
    await page.locator('#state').selectOption('TX')
    await page.getByRole('button', { name: say['report.submit'] ?? '' }).click()
    expect(await page.locator('h1').textContent()).toContain('Texas')
    await visitor.check()
    await visitor.close()
  })

  it('does not tell the neutral site where somebody left from', async () => {
    const visitor = await visit(served, true)
    const { page } = visitor
    await page.goto(visitor.at('/check/child/'))
    await page.getByRole('link', { name: say['exit'] ?? '' }).click()
    await page.waitForURL(`${neutral}/`)
    expect(await page.locator('h1').textContent()).toBe('nobody')
    await visitor.close()
  })
})

/** What Back shows of the copy once its form has gone to the service, in browsers that do and do not keep pages for it. */
describe.each([true, false])('a copy with a service, left behind in the tab (pages kept: %s)', (keepsPages) => {
  let own: Browser
  beforeAll(async () => {
    own = await launchBrowser({ keepsPages })
  })
  afterAll(() => own.close())

  const filledIn = (tab: Tab): Promise<unknown> =>
    tab.read(`[...document.querySelectorAll('input, textarea')]
      .filter((one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked)
      .map((one) => one.id)
      .concat([...document.querySelectorAll('select')].filter((one) => one.selectedIndex > 0).map((one) => one.id))`)
  const backOnCopy = async (tab: Tab, path: string): Promise<void> => {
    await tab.back()
    await tab.until(`location.href === "${careless}${path}" && document.readyState === "complete"`)
    // The proof that the browser does with the page what it should: as it was in its memory, or loaded anew.
    expect(await tab.read('performance.getEntriesByType("navigation")[0].type === "navigate"')).toBe(keepsPages)
  }
  const heading = (tab: Tab, text: string): Promise<void> =>
    tab.until(`document.querySelector("h1")?.innerText === "${text}"`)
  const follow = async (tab: Tab, path: string): Promise<void> => {
    await tab.read(`document.querySelector('a[href="${path}"]').click()`)
    await tab.until(`location.pathname === "${path}"`)
  }
  const ask = async (tab: Tab): Promise<void> => {
    await tab.type('#zip', '78701')
    await tab.click('#questions .govuk-button')
    await heading(tab, 'Whom to call: Texas')
  }

  it.each(['the exit', 'nothing else'])('shows no ZIP and no choice after %s, and can be sent anew', async (way) => {
    const tab = await openTab(own)
    await tab.go(`${careless}/report/`)
    await tab.read(`document.querySelector('#questions input[type="checkbox"]').click()`)
    await tab.read(`document.querySelector('#state').value = 'TX'`)
    await ask(tab)
    if (way === 'the exit') {
      await tab.click('.fb-exit')
      await tab.until('document.title === "Weather"')
    }
    await backOnCopy(tab, '/report/')
    expect(await filledIn(tab)).toEqual([])
    await ask(tab)
    await tab.close()
  })

  it('shows no ticked box, says no next step, holds no earlier page, and can be sent anew', async () => {
    const tab = await openTab(own)
    await tab.go(`${careless}/report/`)
    await tab.type('#zip', '78701')
    for (const path of ['/', '/check/', '/check/child/']) await follow(tab, path)
    const said = `document.querySelector('.fb-live [role="status"]').textContent`
    const send = async (): Promise<void> => {
      await tab.click('#noticed-exchange')
      expect(await tab.read(said)).not.toBe('')
      await tab.click('#boxes .govuk-button')
      await heading(tab, 'Please call now')
    }
    await send()
    await backOnCopy(tab, '/check/child/')
    expect(await filledIn(tab)).toEqual([])
    expect(await tab.read(said)).toBe('')
    expect(await tab.read('document.querySelector(".fb-back").hidden')).toBe(true)
    await send()
    await tab.close()
  })
})
