// Whole journeys with Tab, Space, Enter and letters alone, with script and without, in both languages: whatever can be
// reached by mouse can be reached so, and what has the focus can be seen.

import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'

import { languages } from '../../src/knowledge/index.ts'
import { wordingIn } from '../home.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 120_000 })

const { visit, sites } = visits()

/** Presses Tab until the element has the focus; fails when it never gets it, or when nobody could see that it has. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return expectSeen(wanted)
  }
  throw new Error(`Tab never came to ${wanted.toString()}`)
}

const expectSeen = async (focused: Locator): Promise<void> => {
  const { outline, shadow, next } = await focused.evaluate((element) => {
    const own = getComputedStyle(element)
    const sibling = element.nextElementSibling
    return {
      outline: own.outlineStyle,
      shadow: own.boxShadow,
      next: sibling === null ? 'none' : getComputedStyle(sibling, '::before').boxShadow,
    }
  })
  // A box to tick shows its focus on the square that its label draws.
  expect([outline, shadow, next].some((style) => style !== 'none')).toBe(true)
}

const walks = [true, false].flatMap((script) => languages.map((language) => ({ script, language })))

describe.each(walks)('by keyboard alone, %j', ({ script, language }) => {
  const { say } = wordingIn(language)
  const prefix = language === 'en' ? '' : '/es'

  it('from the first page to the words of a report, and to the page that prints', async () => {
    const visitor = await visit({ script, width: 390 })
    const { page } = visitor
    const enter = async (wanted: Locator): Promise<void> => {
      await tabTo(page, wanted)
      await page.keyboard.press('Enter')
    }
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true }).last()
    await page.goto(visitor.at(prefix || '/'))
    await enter(page.locator(`main a[href="${prefix}/check"]`))
    await enter(page.locator(`main a[href="${prefix}/check/work"]`))
    await tabTo(page, page.locator('#noticed-truancy'))
    await page.keyboard.press('Space')
    expect(await page.locator('#noticed-truancy').isChecked()).toBe(true)
    await enter(button(say('check.submit')))
    await tabTo(page, page.locator('#state'))
    await page.keyboard.type('Conn')
    await enter(button(say('result.work.show')))
    await page.getByText('Conn. Gen. Stat.').waitFor()
    await enter(button(say('result.to-report')))
    await enter(button(say('report.submit')))
    await enter(button(say('whom.to-sheet')))
    await tabTo(page, page.locator('#t-what'))
    await page.keyboard.type('She sleeps in class.')
    await enter(button(say('sheet.to-script')))
    await page.locator('.fb-script').waitFor()
    await enter(button(say('sheet.make-page')))
    await page.locator('.fb-sheet').waitFor()
    expect(await page.locator('.fb-sheet').textContent()).toContain('She sleeps in class.')
    await visitor.close()
  })

  it('to who listens, to a scene to practice, and out', async () => {
    const visitor = await visit({ script, width: 1280 })
    const { page } = visitor
    await page.goto(visitor.at(`${prefix}/learn/practice/11-13`))
    const scene = page.locator('main details').nth(1).locator('summary')
    await tabTo(page, scene)
    await page.keyboard.press('Enter')
    expect(await page.locator('main details').nth(1).getAttribute('open')).not.toBeNull()
    await page.goto(visitor.at(`${prefix}/check/me`))
    await tabTo(page, page.locator('main a[href="tel:988"]'))
    await page.goto(visitor.at(`${prefix}/check/me`))
    await tabTo(page, page.locator('.fb-exit'))
    await page.keyboard.press('Enter')
    await page.waitForURL(sites().neutral)
    await visitor.close()
  })
})
