// Driving the scanner's page: invented notes, reading one, and what stands where.

import { readFileSync } from 'node:fs'

import type { Locator, Page } from 'playwright-core'

import type { Observation } from '../../src/screening/index.ts'
import type { Visitor } from './browser.ts'
import type { Visits } from './visits.ts'

export const english =
  'Denies drug use. Ran away from the group home last night.\nHer sister uses meth. If she runs again, call.\nHx of running away.'
export const spanish = 'Niega consumo de drogas. La residente se salió sin permiso anoche. Su hermana consume drogas.'

export async function openScan({ visit }: Visits, path = '/staff/scan'): Promise<Visitor> {
  const visitor = await visit({ width: 390 })
  await visitor.page.goto(visitor.at(path), { waitUntil: 'networkidle' })
  return visitor
}

export async function read(page: Page, note: string): Promise<void> {
  await page.locator('#note').fill(note)
  await page.locator('[data-do="read"]').click()
  await page.locator('#scan-result').waitFor({ timeout: 120_000 })
}

export const counting = (page: Page): Locator => page.locator('#scan-counting > li')
export const others = (page: Page): Locator => page.locator('#scan-not-counting > li')
export const choice = (finding: Locator, value: string): Locator => finding.locator(`input[value="${value}"]`)

export async function downloaded(
  page: Page,
): Promise<{ readonly name: string; readonly observations: readonly Observation[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do="download"]').click()])
  const text = readFileSync(await file.path(), 'utf8')
  return { name: file.suggestedFilename(), observations: JSON.parse(text) as readonly Observation[] }
}
