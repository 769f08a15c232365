// The other journeys of the public side: a young person, somebody who works with children, a parent tonight, an agency.
// Without script and with it, both languages, both widths; each page on the way is looked at as in journeys.test.ts.

import { describe, expect, it, vi } from 'vitest'

import { languages, type Language } from '../../src/knowledge/index.ts'
import { content, wordingIn } from '../home.ts'
import type { Visitor, VisitOptions } from './browser.ts'
import { settled } from './settled.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 120_000 })

const { visit } = visits()

const ways: readonly VisitOptions[] = [
  { script: false, width: 390 },
  { script: false, width: 1280 },
  { script: true, width: 390 },
  { script: true, width: 1280 },
]

const walks = ways.flatMap((way) => languages.map((language) => ({ ...way, language })))

type Walk = { readonly visitor: Visitor; readonly page: Visitor['page']; readonly language: Language }

async function walking({ language, ...way }: (typeof walks)[number], walk: (parts: Walk) => Promise<void>) {
  const visitor = await visit(way)
  await visitor.page.goto(visitor.at(language === 'en' ? '/' : '/es'))
  await walk({ visitor, page: visitor.page, language })
  await visitor.close()
}

describe.each(walks)('with %j', (way) => {
  it('a young person learns who listens, and what each must pass on, without one question', () =>
    walking(way, async ({ visitor, page, language }) => {
      const { say } = wordingIn(language)
      await page.getByText(say('home.way/check/me'), { exact: true }).click()
      await page.locator('.fb-listeners').waitFor()
      expect(await page.locator('.fb-listeners .fb-phone').first().textContent()).toBe('988')
      expect(await page.locator('main input, main select, main textarea').count()).toBe(0)
      await settled(visitor)
      await page.getByText(say('me.more')).click()
      await page.getByRole('heading', { level: 1, name: content.pages[language].get('for-you')?.title ?? '' }).waitFor()
      await settled(visitor)
    }))

  it('a teacher gets the duty of the state, and takes it along to whom to call', () =>
    walking(way, async ({ visitor, page, language }) => {
      const { say } = wordingIn(language)
      await page.getByText(say('home.way/check'), { exact: true }).click()
      await page.getByText(say('door/check/work'), { exact: true }).click()
      await page.locator('#noticed-truancy').check()
      await page.getByRole('button', { name: say('check.submit') }).click()
      await page.locator('#state').selectOption('CT')
      await page.getByRole('button', { name: say('result.work.show') }).click()
      await page.getByText('Conn. Gen. Stat.').waitFor()
      await settled(visitor)
      await page.getByRole('button', { name: say('result.to-report') }).click()
      await page.locator('#zip').waitFor()
      expect(await page.locator('#state').inputValue()).toBe('CT')
      expect(await page.locator('#professional-yes').isChecked()).toBe(true)
      await settled(visitor)
    }))

  it('a parent gets from the first page to tonight, and from there to a number', () =>
    walking(way, async ({ visitor, page, language }) => {
      const { say } = wordingIn(language)
      const prefix = language === 'en' ? '' : '/es'
      await page.getByText(say('home.way/learn/tonight'), { exact: true }).click()
      await page.getByRole('heading', { level: 1, name: content.pages[language].get('tonight')?.title ?? '' }).waitFor()
      await settled(visitor)
      await page.locator(`main a[href="${prefix}/report"]`).first().click()
      await page.locator('#state').selectOption('NC')
      await page.locator('#missing').check()
      await page.getByRole('button', { name: say('report.submit') }).click()
      await page.locator('.fb-steps').waitFor()
      expect(await page.locator('.fb-phone').first().textContent()).toBe('911')
      await page.locator('#county').selectOption('NC:Wake County')
      await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith('/report/whom-to-call')),
        page.getByRole('button', { name: say('county.show') }).click(),
      ])
      await page.locator('.fb-steps').waitFor()
      expect(await page.locator('#county').inputValue()).toBe('NC:Wake County')
      await settled(visitor)
    }))

  it('an agency gets its last moment under federal law, after "Report now"', () =>
    walking(way, async ({ visitor, page, language }) => {
      const { say } = wordingIn(language)
      await page.goto(visitor.at(`${language === 'en' ? '' : '/es'}/learn/agency-duties`))
      await page.getByRole('button', { name: say('agency.submit') }).click()
      await page.locator('.govuk-error-summary').waitFor()
      await settled(visitor)
      await page.locator('#duty').selectOption({ index: 2 })
      await page.locator('#state').selectOption('CT')
      await page.locator('#date').fill('2026-03-07')
      await page.locator('#time').fill('15:30')
      await page.getByRole('button', { name: say('agency.submit') }).click()
      await page.getByRole('heading', { level: 1, name: say('agency.result.heading') }).waitFor()
      expect(await page.locator('main').textContent()).toMatch(/4:30/)
      await settled(visitor)
    }))
})
