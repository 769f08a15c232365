// Staff use an instrument in a real browser: without script first, then with it; both languages, both widths. Each page on
// the way is looked at as in journeys.test.ts.

import { readFileSync } from 'node:fs'

import { describe, expect, it, vi } from 'vitest'

import { languages } from '../../src/knowledge/index.ts'
import { wordingIn } from '../home.ts'
import type { Visitor, VisitOptions } from './browser.ts'
import { noSideways, settled } from './settled.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 120_000 })

const { visit } = visits()

const ways: readonly VisitOptions[] = [
  { script: false, width: 390 },
  { script: false, width: 1280 },
  { script: true, width: 390 },
  { script: true, width: 1280 },
  { script: true, width: 390, dark: true },
]

const walks = ways.flatMap((way) => languages.map((language) => ({ ...way, language })))

async function fillInAbout(page: Visitor['page']): Promise<void> {
  await page.locator('#date').fill('2026-11-20')
  await page.locator('#by').fill('advocate on call')
  await page.locator('#age').fill('14')
  await page.locator('#setting').selectOption('advocacy-center')
  await page.locator('#given-in').selectOption('en')
  await page.locator('#screener-trained-staff').check()
}

const heading = (page: Visitor['page'], name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).first().waitFor()

describe.each(walks)('with %j', ({ language, ...way }) => {
  const { say } = wordingIn(language)
  const start = language === 'en' ? '/staff/instruments' : '/es/staff/instruments'

  it('a definition is read, and the numbers for another prevalence', async () => {
    const visitor = await visit(way)
    const { page } = visitor
    await page.goto(visitor.at(start))
    await settled(visitor)
    await page.getByRole('link', { name: /^SSCST/ }).click()
    await heading(page, say('instrument.hundred'))
    await settled(visitor)
    await page.locator('#prevalence').fill('20')
    await page.getByRole('button', { name: say('instrument.prevalence.submit') }).click()
    await page.getByText('33.2 %').waitFor()
    await visitor.check()
    await noSideways(page)
    expect(new URL(page.url()).search).toBe('?prevalence=20')
    await visitor.close()
  })

  it('a screening goes from the form over a fault to the result and back to the form', async () => {
    const visitor = await visit(way)
    const { page } = visitor
    await page.goto(visitor.at(`${start}/sscst/use`))
    await settled(visitor)
    await fillInAbout(page)
    for (const chosen of ['#q1', '#q2', '#q3-no', '#q4-no', '#q5']) await page.locator(chosen).check()
    await page.getByRole('button', { name: say('instrument.form.submit') }).click()
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('#q1').isChecked()).toBe(true)
    await settled(visitor)
    await page.locator('#q5-none').check()
    await page.getByRole('button', { name: say('instrument.form.submit') }).click()
    await page.getByText(say('instrument.result.reached')).waitFor()
    expect(await page.getByText(say('instrument.next.at-or-above')).count()).toBe(1)
    await settled(visitor)
    await page.getByRole('button', { name: say('agency.result.change') }).click()
    await page.locator('#q2').waitFor()
    expect(await page.locator('#q2').isChecked()).toBe(true)
    await visitor.close()
  })

  it('a record of a center’s own form is shown, and saved as a file', async () => {
    const visitor = await visit(way)
    const { page } = visitor
    await page.goto(visitor.at(`${start}/cse-it/use`))
    await settled(visitor)
    for (const [name, text] of Object.entries({ date: '2026-11-20', by: 'advocate', version: '2.0', total: '7' }))
      await page.locator(`#${name}`).fill(text)
    await page.getByRole('button', { name: say('instrument.record.submit') }).click()
    await page.getByText(say('instrument.record.summary')).waitFor()
    await settled(visitor)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: say('instrument.download') }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe(`${say('instrument.file')}.json`)
    expect(readFileSync(await file.path(), 'utf8')).toContain('"resourceType": "Observation"')
    await visitor.close()
  })
})
