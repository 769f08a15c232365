// The check, live: what the ticked boxes show by style alone is what the assessment says, whatever is ticked.

import fc from 'fast-check'
import { expect, it, vi } from 'vitest'

import { indicatorCodes } from '../../src/knowledge/index.ts'
import { answered, assess } from '../../src/screening/index.ts'
import { content } from '../home.ts'
import type { Visitor } from './browser.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 60_000 })

const { visit } = visits()

const open = async (script: boolean): Promise<Visitor> => {
  const visitor = await visit({ script, width: 390 })
  await visitor.page.goto(visitor.at('/check/child'))
  return visitor
}

const shownSteps = async ({ page }: Visitor): Promise<readonly (string | null)[]> => {
  const steps = await page.locator('[data-step]').all()
  const shown = await Promise.all(
    steps.map(async (step) => ((await step.isVisible()) ? step.getAttribute('data-step') : null)),
  )
  return shown.filter((step) => step !== null)
}

it('shows the next step and what else it may mean without script, and hides them again', async () => {
  const visitor = await open(false)
  const { page } = visitor
  expect(await shownSteps(visitor)).toEqual([])
  await page.locator('#noticed-truancy').check()
  expect(await shownSteps(visitor)).toEqual(['report'])
  expect(await page.getByText(content.explanations.en.truancy.may_also_mean).isVisible()).toBe(true)
  await page.locator('#noticed-exchange').check()
  expect(await shownSteps(visitor)).toEqual(['report-now'])
  await page.locator('#noticed-exchange').uncheck()
  await page.locator('#noticed-truancy').uncheck()
  expect(await shownSteps(visitor)).toEqual([])
  await visitor.close()
})

it('agrees with the assessment for any boxes, and says the step aloud', async () => {
  const visitor = await open(true)
  const { page } = visitor
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const tick = (codes: readonly string[]) =>
    page.evaluate((chosen) => {
      for (const box of document.querySelectorAll<HTMLInputElement>('[name="noticed"]')) {
        box.checked = chosen.includes(box.value)
      }
      document.querySelector('[name="noticed"]')?.dispatchEvent(new Event('change', { bubbles: true }))
    }, codes)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...indicatorCodes), { maxLength: 5 }), async (codes) => {
      await tick(codes)
      const assessment = assess(
        codes.map((code) => answered(code, 'q', 'a')),
        content,
      )
      const expected = codes.length === 0 ? [] : [assessment.nextStep]
      expect(await shownSteps(visitor)).toEqual(expected)
      expect(await page.locator('.fb-several').isVisible()).toBe(assessment.severalTogether)
      const aloud = codes.length === 0 ? '' : `${content.messages.en[`result.${assessment.nextStep}.heading`] ?? ''}.`
      expect(await page.locator('.fb-live [role="status"]').textContent()).toBe(aloud)
    }),
    { numRuns: 40 },
  )
  await visitor.check()
  await visitor.close()
})
