// What holds of every page on a journey, once it stands still: nothing wrong (browser.ts), no sideways scroll, no answer in
// the address.

import { expect } from 'vitest'

import type { Visitor } from './browser.ts'

export async function settled(visitor: Visitor): Promise<void> {
  await visitor.check()
  await noSideways(visitor.page)
  expect(visitor.page.url()).not.toContain('?')
}

export async function noSideways(page: Visitor['page']): Promise<void> {
  const { scrolled, seen } = await page
    .locator('html')
    .evaluate((html) => ({ scrolled: html.scrollWidth, seen: html.clientWidth }))
    .catch(() => ({ scrolled: 0, seen: 0 }))
  expect(scrolled).toBeLessThanOrEqual(seen)
}
