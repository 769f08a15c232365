// What Back shows after an exit, measured in a browser that keeps pages for Back as a person's own does: first nine ways to
// leave, on small pages made for it (they are the reference, and the proof that the measurement sees what it should), then
// ours. The table in docs/decisions/2026-11-24-exit.md is this file's; a browser that answers otherwise fails here.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { testApp } from '../services.ts'
import { launchBrowser } from './browser.ts'
import { htmlPage, localSites } from './local-sites.ts'
import { openTab, type Tab } from './tab.ts'

const sites = localSites()
let browser: Browser
let weather: string
let ours: string
/** The same site without the cookie that makes Chromium forget its pages. */
let unforgotten: string

beforeAll(async () => {
  weather = await sites.weather()
  const { app } = await testApp(undefined, weather)
  ours = await sites.listen((request) => app.fetch(request))
  unforgotten = await sites.listen(async (request) => {
    const answer = await app.fetch(request)
    answer.headers.delete('Set-Cookie')
    return answer
  })
  browser = await launchBrowser({ keepsPages: true })
})

afterAll(async () => {
  await browser.close()
  sites.close()
})

/** What a person in front of the tab sees. */
async function shown(tab: Tab): Promise<{ readonly page: unknown; readonly typed: boolean }> {
  return {
    page: await tab.read('document.querySelector("h1")?.innerText ?? location.protocol'),
    typed:
      (await tab.read('[...document.querySelectorAll("input,textarea")].some((one) => one.value === "78701")')) ===
      true,
  }
}

type Way = {
  readonly name: string
  readonly exit: string
  readonly pages: 1 | 2
  readonly link?: string
  readonly noStore?: boolean
  readonly onShow?: string
  readonly back: string
  readonly typed: boolean
  readonly cookieLeft: boolean
}

const hide =
  'document.documentElement.hidden = true; for (const one of document.querySelectorAll("input")) one.value = "";'
const flagged = 'event.persisted || performance.getEntriesByType("navigation")[0].type === "back_forward"'
const swapped =
  'document.title = document.querySelector("h1").innerText = "Second"; history.replaceState(null, "", "/second")'

const ways: readonly Way[] = [
  {
    name: '1 location.href (GOV.UK way)',
    exit: 'location.href = away',
    pages: 1,
    back: 'First',
    typed: true,
    cookieLeft: true,
  },
  {
    name: '2 the same with no-store',
    exit: 'location.href = away',
    pages: 1,
    noStore: true,
    back: 'First',
    typed: true,
    cookieLeft: true,
  },
  {
    name: '3 location.replace, one page',
    exit: 'location.replace(away)',
    pages: 1,
    back: 'Weather',
    typed: false,
    cookieLeft: true,
  },
  {
    name: '4 location.replace, two pages',
    exit: 'location.replace(away)',
    pages: 2,
    back: 'First',
    typed: true,
    cookieLeft: true,
  },
  {
    name: '5 steps by replaceState, then replace',
    exit: 'location.replace(away)',
    pages: 2,
    link: swapped,
    back: 'Weather',
    typed: false,
    cookieLeft: true,
  },
  {
    name: '6 replace to /exit with Clear-Site-Data',
    exit: 'location.replace("/exit")',
    pages: 1,
    back: 'Weather',
    typed: false,
    cookieLeft: false,
  },
  {
    name: '7 as 6, two pages, no-store',
    exit: 'location.replace("/exit")',
    pages: 2,
    noStore: true,
    back: 'First',
    typed: false,
    cookieLeft: false,
  },
  {
    name: '8 flag in the tab, hide, replace',
    exit: `sessionStorage.left = "yes"; ${hide} location.replace(away)`,
    onShow: `if (sessionStorage.left === "yes" && (${flagged})) { ${hide} location.replace(away) }`,
    pages: 2,
    back: 'Weather',
    typed: false,
    cookieLeft: true,
  },
  {
    name: '9 links by location.replace, then 6',
    exit: 'location.replace("/exit")',
    pages: 2,
    link: 'location.replace("/second")',
    back: 'Weather',
    typed: false,
    cookieLeft: false,
  },
]

/** A site of two pages that leaves in the given way. */
const referenceSite = ({ exit, link = 'location.href = "/second"', onShow = '', noStore = false }: Way) =>
  sites.listen(({ url }) => {
    const { pathname } = new URL(url)
    if (pathname === '/exit') {
      const headers = { Location: weather, 'Clear-Site-Data': '"cache", "cookies", "storage"' }
      return new Response(null, { status: 303, headers })
    }
    const script = `const away = ${JSON.stringify(weather)}
      document.querySelector("#leave").onclick = () => { ${exit} }
      document.querySelector("#next").onclick = () => { ${link} }
      addEventListener("pageshow", (event) => { ${onShow} })`
    const inside = `<input id="typed" autocomplete="off"><button id="next">Next</button><button id="leave">Leave</button><script>${script}</script>`
    return htmlPage(pathname === '/second' ? 'Second' : 'First', inside, {
      'Set-Cookie': 'session=1; HttpOnly',
      ...(noStore ? { 'Cache-Control': 'no-store' } : {}),
    })
  })

describe('nine ways to leave', () => {
  it.each(ways)('$name: Back shows $back, typed text kept: $typed', async (way) => {
    const tab = await openTab(browser)
    await tab.go(weather)
    const site = await referenceSite(way)
    await tab.go(`${site}/first`)
    await tab.type('#typed', '78701')
    if (way.pages === 2) await tab.click('#next')
    expect(await shown(tab)).toMatchObject({ page: way.pages === 2 ? 'Second' : 'First' })
    await tab.click('#leave')
    await tab.until('document.title === "Weather"')
    const cookieLeft = await tab.hasCookies()
    await tab.back()
    expect({ ...(await shown(tab)), cookieLeft }).toEqual({
      page: way.back,
      typed: way.typed,
      cookieLeft: way.cookieLeft,
    })
    await tab.close()
  })
})

/** Weather twice, then the check with a ticked box, its result, the questions with a ZIP code, and whom to call. */
async function walkToWhomToCall(tab: Tab): Promise<void> {
  await tab.go(`${weather}earlier`)
  await tab.go(weather)
  await tab.go(`${ours}/check/child`)
  await tab.click('#noticed-exchange')
  await tab.click('#boxes .govuk-button')
  await tab.until('document.querySelector("h1").innerText === "Please call now"')
  await tab.click('main form[action="/report"] .govuk-button')
  await tab.until('document.querySelector("#exchange")?.checked')
  await tab.type('#zip', '78701')
  await tab.click('#questions .govuk-button')
  await tab.until('document.querySelector("h1").innerText === "Whom to call: Texas"')
}

const ofOurs = async (tab: Tab): Promise<readonly string[]> =>
  (await tab.entries()).filter((address) => address.startsWith(ours))

const atWeather = 'location.hostname === "localhost" && document.title === "Weather"'

describe('our exit with script', () => {
  it('after three steps of forms leaves no entry of ours: Back shows the weather, and Back again what was before', async () => {
    const tab = await openTab(browser)
    await walkToWhomToCall(tab)
    expect(await ofOurs(tab)).toEqual([`${ours}/report/whom-to-call`])
    const length = await tab.read('history.length')
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    expect(await ofOurs(tab)).toEqual([])
    expect(await tab.read('history.length')).toBe(length)
    for (const address of [weather, `${weather}earlier`]) {
      await tab.back()
      expect(await tab.read('location.href')).toBe(address)
      expect(await shown(tab)).toEqual({ page: 'Weather', typed: false })
    }
    await tab.close()
  })

  it.each([
    ['a typed field', '/report', '#zip'],
    ['a typed story', '/es/report/sheet', '#t-what'],
  ])('leaves nothing of %s, by Shift three times', async (_, path, field) => {
    const tab = await openTab(browser)
    await tab.go(weather)
    await tab.go(`${ours}${path}`)
    await tab.type(field, '78701')
    for (const key of ['Shift', 'Shift', 'Shift'] as const) await tab.press(key)
    await tab.until(atWeather)
    expect(await ofOurs(tab)).toEqual([])
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Weather', typed: false })
    await tab.close()
  })

  it('makes no entry for links, for places on a page, or for the other language', async () => {
    const tab = await openTab(browser)
    await tab.go(weather)
    await tab.go(`${ours}/`)
    const length = await tab.read('history.length')
    for (const selector of ['a[href="/learn"]', 'a[href="/learn/signs"]', 'a[hreflang]', 'a[href="/es/report"]']) {
      await tab.click(selector)
    }
    await tab.read('document.querySelector(".govuk-skip-link").click()')
    await tab.until('location.hash === "#main"')
    expect(await tab.read('history.length')).toBe(length)
    expect(await ofOurs(tab)).toEqual([`${ours}/es/report#main`])
    await tab.close()
  })

  it("lets the browser's own Back leave the site, and its Forward show the form empty, as it holds answers from no-store", async () => {
    const tab = await openTab(browser)
    await walkToWhomToCall(tab)
    await tab.click('.fb-back')
    expect(await shown(tab)).toEqual({ page: 'Whom do I call?', typed: true })
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Weather', typed: false })
    await tab.forward()
    expect(await shown(tab)).toEqual({ page: 'Whom do I call?', typed: false })
    await tab.close()
  })
})

describe('a page of ours that was left behind', () => {
  it('by an earlier visit, with another site between, comes back empty: the exit makes the browser forget it', async () => {
    const tab = await openTab(browser)
    await tab.go(`${ours}/report`)
    await tab.type('#zip', '78701')
    await tab.go(weather)
    await tab.go(`${ours}/learn`)
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    expect(await tab.hasCookies()).toBe(false)
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Weather', typed: false })
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Whom do I call?', typed: false })
    await tab.close()
  })

  it.each([
    ['comes back empty', () => ours, 'location.pathname === "/report"'],
    ['in a browser that forgets nothing stays blank, and leaves again', () => unforgotten, atWeather],
  ])('before the neutral site answered %s', async (_, site, then) => {
    const tab = await openTab(browser)
    await tab.go(weather)
    await tab.go(`${site()}/report`)
    await tab.type('#zip', '78701')
    // As if the neutral site did not answer: the person goes back and forward while the blank page is still there.
    await tab.read('document.querySelector(".fb-exit").click(); stop()')
    expect(await tab.read('document.documentElement.innerText.trim()')).toBe('')
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Weather', typed: false })
    await tab.forward()
    await tab.until(then)
    expect(await shown(tab)).toMatchObject({ typed: false })
    await tab.close()
  })

  it('by a form that the browser had to send by itself comes back empty, loaded anew', async () => {
    const tab = await openTab(browser)
    await tab.go(weather)
    await tab.go(`${ours}/report`)
    await tab.type('#zip', '78701')
    await tab.read(
      'document.querySelector("link[rel=stylesheet]").setAttribute("href", "/assets/before-the-upgrade.css")',
    )
    // By script: without its styles the page moves under the mouse.
    await tab.read("document.querySelector('#questions .govuk-button').click()")
    await tab.until('document.querySelector("h1")?.innerText === "Whom to call: Texas"')
    expect(await ofOurs(tab)).toEqual([`${ours}/report`, `${ours}/report/whom-to-call`])
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'Whom do I call?', typed: false })
    await tab.close()
  })
})

describe('our exit without script', () => {
  it.each([
    ['/report', '#zip'],
    ['/es/report/sheet', '#t-what'],
  ])('from %s: Back shows the form empty, loaded anew', async (path, field) => {
    const tab = await openTab(browser, { script: false })
    await tab.go(weather)
    await tab.go(`${ours}${path}`)
    await tab.type(field, '78701')
    expect(await shown(tab)).toMatchObject({ typed: true })
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    expect(await tab.hasCookies()).toBe(false)
    await tab.back()
    expect(await tab.read('location.href')).toBe(`${ours}${path}`)
    expect(await shown(tab)).toMatchObject({ typed: false })
    await tab.close()
  })

  it('after three steps: Back shows pages of the browser itself, then the first form with nothing ticked', async () => {
    const tab = await openTab(browser, { script: false })
    await walkToWhomToCall(tab)
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    for (let times = 0; times < 2; times++) {
      await tab.back()
      expect(await shown(tab)).toEqual({ page: 'chrome-error:', typed: false })
    }
    await tab.back()
    await tab.back()
    expect(await shown(tab)).toEqual({ page: 'What did you notice?', typed: false })
    expect(await tab.read('document.querySelectorAll(":checked").length')).toBe(0)
    await tab.close()
  })

  it('refuses answers that are sent again from there: the browser says that they come from no page of ours', async () => {
    const tab = await openTab(browser, { script: false })
    await walkToWhomToCall(tab)
    await tab.click('.fb-exit')
    await tab.until(atWeather)
    await tab.back()
    await tab.reload()
    expect(await shown(tab)).toEqual({ page: 'Please send the form again', typed: false })
    await tab.close()
  })
})
