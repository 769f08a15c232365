// Nothing of a note leaves the scanner's page: no request, nothing stored, nothing in the address, and nothing left behind.

import { describe, expect, it, vi } from 'vitest'

import { launchBrowser } from './browser.ts'
import { choice, counting, english, openScan, read, spanish } from './scan-visits.ts'
import { openTab } from './tab.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const all = visits()

describe('nothing of the note leaves the page', () => {
  it('no request at all is made once the page is there, and nothing is stored or put in the address', async () => {
    const visitor = await openScan(all)
    const { page, context } = visitor
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    await read(page, english)
    await choice(counting(page).first(), 'confirm').check()
    await choice(counting(page).nth(1), 'not-so').check()
    await page.locator('#scan-result input[type="text"]:visible').fill('not this week')
    await page.locator('[data-do="clear"]').click()
    await read(page, spanish)
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
    expect(page.url()).toBe(visitor.at('/staff/scan'))
    const left = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      state: history.state as unknown,
    }))
    expect(left).toEqual({ local: 0, session: 0, databases: 0, caches: 0, state: null })
    expect(all.sites().logged.join('\n')).not.toContain('group home')
    await visitor.check()
    await visitor.close()
  })

  it('to a page that is gone to, or to the other language', async () => {
    const visitor = await openScan(all)
    const { page } = visitor
    await page.locator('#note').fill(english)
    await page.locator('.fb-footer a[href="/about"]').click()
    await page.waitForURL(visitor.at('/about'))
    expect(await page.locator('.fb-back').isVisible()).toBe(false)
    await page.goto(visitor.at('/staff/scan'))
    await page.locator('#note').fill(english)
    await page.locator('.fb-language').click()
    await page.waitForURL(visitor.at('/es/staff/scan'))
    expect(await page.locator('#note').inputValue()).toBe('')
    await read(page, spanish)
    await visitor.check()
    await visitor.close()
  })

  it('is emptied as the page is hidden, and by the exit', async () => {
    const visitor = await openScan(all)
    const { page } = visitor
    await read(page, english)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('#note').inputValue()).toBe('')
    expect(await page.locator('#scan').textContent()).not.toContain('group home')
    await page.locator('#note').fill(english)
    await page.locator('.fb-exit').click()
    await page.waitForURL(all.sites().neutral)
    await visitor.close()
  })

  it('back to the page that was left: the field and the findings are empty', async () => {
    const browser = await launchBrowser({ keepsPages: true })
    const tab = await openTab(browser)
    await tab.go(`${all.sites().origin}/staff/scan`)
    await tab.type('#note', english)
    await tab.go(`${all.sites().origin}/about`)
    await tab.back()
    await tab.until('!document.querySelector("#scan").hidden')
    expect(await tab.read('document.querySelector("#note").value')).toBe('')
    expect(await tab.read('document.querySelector("#scan").textContent.includes("group home")')).toBe(false)
    await browser.close()
  })
})
