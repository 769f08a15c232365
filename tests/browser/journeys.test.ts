// Real journeys in a real browser: without script first, then with it; both languages, both widths. Each page on the way
// is checked for CSP reports, console errors, other hosts, cookies, stored items and axe findings.

import { describe, expect, it, vi } from 'vitest'

import type { Language } from '../../src/knowledge/index.ts'
import { publicPages } from '../../src/web/public-pages.ts'
import { content, wordingIn } from '../home.ts'
import type { Visitor, VisitOptions } from './browser.ts'
import { noSideways, settled } from './settled.ts'
import { visits } from './visits.ts'

// axe reads every node of every page: on a busy machine a walk through all pages takes a minute.
vi.setConfig({ testTimeout: 180_000 })

const { visit, sites } = visits()

const ways: readonly VisitOptions[] = [
  { script: false, width: 390 },
  { script: false, width: 1280 },
  { script: true, width: 390 },
  { script: true, width: 1280 },
  { script: true, width: 390, dark: true },
]

const wordsIn = (language: Language) => {
  const { say } = wordingIn(language)
  return {
    start: language === 'en' ? '/' : '/es',
    noticed: say('home.way/check'),
    door: say('door/check/child'),
    submit: say('check.submit'),
    now: say('result.report-now.heading'),
    whom: say('result.to-report'),
    show: say('report.submit'),
    sheet: say('whom.to-sheet'),
    words: say('sheet.to-script'),
    make: say('sheet.make-page'),
    pdf: say('sheet.make-pdf'),
    title: say('sheet.title'),
  }
}

/** A step swaps in place or loads: only what it shows says that it is done. */
const heading = (page: Visitor['page'], name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Pages of US letter paper that the page prints on. */
async function printedPages(page: Visitor['page']): Promise<number> {
  const pdf = (await page.pdf({ format: 'letter', preferCSSPageSize: false })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe.each(ways)('from a sign to the right number with %j', (way) => {
  it.each(['en', 'es'] as const)('in %s', async (language) => {
    const say = wordsIn(language)
    const visitor = await visit(way)
    const { page } = visitor
    await page.goto(visitor.at(say.start))
    await settled(visitor)
    await page.getByText(say.noticed).click()
    await page.getByText(say.door).click()
    await page.locator('#noticed-exchange').check()
    await page.locator('#noticed-truancy').check()
    await settled(visitor)
    await page.getByRole('button', { name: say.submit }).click()
    await heading(page, say.now)
    await settled(visitor)
    await page.getByRole('button', { name: say.whom }).click()
    await page.locator('#zip').waitFor()
    expect(await page.locator('#exchange').isChecked()).toBe(true)
    await page.locator('#zip').fill('7870')
    await page.getByRole('button', { name: say.show }).click()
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('#zip').inputValue()).toBe('7870')
    await settled(visitor)
    await page.locator('#zip').fill('78701')
    await page.getByRole('button', { name: say.show }).click()
    expect(await page.locator('.fb-phone').first().textContent()).toBe('1-800-252-5400')
    await settled(visitor)
    await page.getByRole('button', { name: say.sheet }).click()
    await page.locator('#t-what').fill('canary-what')
    await page.locator('#t-where').fill('canary-where')
    await settled(visitor)
    await page.getByRole('button', { name: say.words }).click()
    await page.locator('.fb-script').waitFor()
    expect(await page.locator('.fb-script').textContent()).toContain('canary-where')
    await settled(visitor)
    await page.getByRole('button', { name: say.make }).click()
    await heading(page, say.title)
    expect(await page.locator('main').textContent()).toContain('canary-what')
    await settled(visitor)
    expect(await printedPages(page)).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say.pdf }).click(),
    ])
    expect(download.suggestedFilename()).toBe(language === 'en' ? 'sheet.pdf' : 'hoja.pdf')
    await visitor.close()
    expect(sites().logged.join('\n')).not.toContain('canary')
  })
})

describe('every page to read', () => {
  const paths = [...publicPages(content), '/nothing-here']
  it.each([
    { width: 390, dark: false },
    { width: 1280, dark: false },
    { width: 390, dark: true },
  ])('has nothing wrong at %j', async (way) => {
    const visitor = await visit(way)
    // Colours are the same in both languages.
    const shown = way.dark ? paths : paths.flatMap((one) => [one, one === '/' ? '/es' : `/es${one}`])
    for (const path of shown) {
      await visitor.page.goto(visitor.at(path))
      for (const details of await visitor.page.locator('details').all())
        await details.evaluate((node) => node.setAttribute('open', ''))
      await visitor.check()
      await noSideways(visitor.page)
    }
    await visitor.close()
  })
})

describe('by keyboard alone', () => {
  it('the whole way to a number can be walked', async () => {
    const visitor = await visit({ script: false })
    const { page } = visitor
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.goto(visitor.at('/report'))
    await press('Tab')
    expect(await page.locator(':focus').textContent()).toContain('Skip')
    await press('Enter')
    await page.locator('#zip').focus()
    await page.keyboard.type('78701')
    await press('Tab', 'Tab', 'Tab', 'Space')
    expect(await page.locator('#danger').isChecked()).toBe(true)
    await press('Enter')
    await page.locator('.fb-steps').waitFor()
    expect(await page.locator('.fb-phone').first().textContent()).toBe('911')
    await visitor.close()
  })
})
