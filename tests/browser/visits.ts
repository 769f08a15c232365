// One browser and the sites under test for all tests of a file: opened before the first, closed after the last.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser, visitSite, type Visitor, type VisitOptions } from './browser.ts'
import { openSites, type OpenSites } from './site.ts'

export type Visits = {
  /** Opens a fresh, private visit. */
  visit(way?: VisitOptions): Promise<Visitor>
  /** Known once the first test runs. */
  sites(): OpenSites
}

export function visits(): Visits {
  let browser: Browser
  let sites: OpenSites
  beforeAll(async () => {
    sites = await openSites()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    sites.close()
  })
  return { visit: (way = {}) => visitSite(browser, sites, way), sites: () => sites }
}
