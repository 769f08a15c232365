// The privacy officer's way in a real browser, in both languages and widths: an alert, a case by its number, the plain page and how
// it prints. Each page is looked at by axe; without script everything works as well.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { auditKeyOf, auditProofIn, openAuditSeed, openSequencer, type Sequencer } from '../../src/access/index.ts'
import { breakGlass, getCase } from '../../src/casework/index.ts'
import { languages } from '../../src/knowledge/index.ts'
import type { CaseId } from '../../src/shared/index.ts'
import { plantReads } from '../access/reading-stage.ts'
import { centers, personOf, signedInAs } from '../cast.ts'
import { aCase, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { wordingIn } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { testApp } from '../services.ts'
import { launchBrowser, visitSite, type Sites, type Visitor, type VisitOptions } from './browser.ts'
import { localSites } from './local-sites.ts'
import { noSideways } from './settled.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let stage: Stage
let browser: Browser
let sites: Sites
let sequencer: Sequencer
let id: CaseId
let number: string
const local = localSites()
const center = centers.riverbend.id

beforeAll(async () => {
  stage = await setStage()
  const { database, folder } = stage.fresh
  id = await aCase(stage, { team: ['ada', 'paula', 'clara'] })
  number = (await getCase(stage.casework, signedInAs('ada'), id)).number
  valueOf(await breakGlass(stage.casework, signedInAs('imani'), { number, reason: 'child-in-danger' }))
  const names = ['ada', 'paula', 'clara', 'ines'] as const
  const days = Array.from({ length: 60 }, (_, at) => `2026-10-${String((at % 20) + 1).padStart(2, '0')}T15:00:00Z`)
  await plantReads(
    stage.fresh,
    center,
    days.map((at, day) => ({ person: personOf(names[day % 4] ?? 'ada'), at, case: id, fields: ['initials', 'age'] })),
  )
  sequencer = openSequencer({
    ...{ database, center, now: () => new Date(), publish: () => Promise.resolve(), log: () => undefined },
    key: auditKeyOf(openAuditSeed(join(folder, 'keys', 'audit.key')), center),
  })
  await sequencer.sign()
  browser = await launchBrowser()
  const neutral = await local.weather()
  const { app } = await testApp(database, neutral, {
    findSignedIn: () => Promise.resolve(signedInAs('priya')),
    staff: {
      ...{ database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false },
      auditProof: auditProofIn({ environment: {}, dataFolder: folder }),
    },
  })
  sites = { origin: await local.listen((request) => app.fetch(request)), neutral }
})
afterAll(async () => {
  await browser.close()
  local.close()
  await sequencer.stop()
  await stage.close()
})

const ways: readonly VisitOptions[] = [
  { script: false, width: 1280 },
  { script: true, width: 1280 },
  { script: true, width: 390 },
  { script: true, width: 390, dark: true },
]
const walks = ways.flatMap((way) => languages.map((language) => ({ ...way, language })))

async function looked(visitor: Visitor): Promise<void> {
  await visitor.check()
  await noSideways(visitor.page)
}

/** FOOTBRIDGE_PICTURES: a folder for pictures to look at. */
function keepPicture(name: string, picture: Buffer): void {
  const folder = process.env['FOOTBRIDGE_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), picture)
}

describe.each(walks)('with %j', ({ language, ...way }) => {
  const { say } = wordingIn(language)
  const start = language === 'en' ? '/staff/audit' : '/es/staff/audit'

  it('a case is found by its number, its log is read to the end, and the plain page prints without names', async () => {
    const visitor = await visitSite(browser, sites, way)
    const { page } = visitor
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
    const headed = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()
    await page.goto(visitor.at(start))
    await looked(visitor)
    await page.locator('#number').fill('1999-0001')
    await press(say('audit.search.submit'))
    await page.locator('.govuk-error-summary').waitFor()
    await looked(visitor)
    await page.locator('#number').fill(number)
    await press(say('audit.search.submit'))
    await headed(say('audit.case.heading', { number }))
    await looked(visitor)
    await page.goto(visitor.at(`${start}/cases/${id}`))
    expect(await page.locator('main time').count()).toBe(50)
    await page.getByRole('link', { name: say('audit.table.next') }).click()
    await headed(say('audit.case.heading', { number }))
    await expect.poll(() => page.locator('main time').count()).toBeLessThan(50)
    await looked(visitor)
    await page.getByRole('link', { name: say('audit.case.plain') }).click()
    await headed(say('audit.plain.heading', { number }))
    await looked(visitor)
    await page.locator('#reader').check()
    await press(say('audit.plain.submit'))
    await headed(say('audit.plain.page.child'))
    await looked(visitor)
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('body').innerText()
    for (const name of ['Ada', 'Okafor', 'Stone', 'Clara', 'Lind', 'Priya', number]) expect(printed).not.toContain(name)
    expect(printed).toContain(say('audit.somebody.law-enforcement'))
    expect(printed).toContain(say('audit.plain.page.child.together'))
    await page.setViewportSize({ width: 794, height: 1123 })
    keepPicture(`audit-print-${language}-${String(way.width)}`, await page.screenshot({ fullPage: true }))
    await visitor.close()
  })

  it('the log is checked, and what a person and she herself looked at is in order', async () => {
    const visitor = await visitSite(browser, sites, way)
    const { page } = visitor
    await page.goto(visitor.at(start))
    await page.getByRole('button', { name: say('audit.check'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: say('audit.check.log-whole') }).waitFor()
    await looked(visitor)
    for (const path of [`${start}/people/${personOf('paula')}`, start.replace('audit', 'account/activity')]) {
      await page.goto(visitor.at(path))
      await looked(visitor)
    }
    await visitor.close()
  })
})
