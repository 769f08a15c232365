// The pages of cases in a real browser: nothing for axe to find at both widths and in both languages, no sideways scroll, and a
// note written and a task done with the keyboard alone, with script and without.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { addCaregiver, setLegalHold, setTask, writeNote } from '../../src/casework/index.ts'
import { languages, type Language } from '../../src/knowledge/index.ts'
import type { CaseId } from '../../src/shared/index.ts'
import { personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { aWeekday, wordingIn } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { testApp } from '../services.ts'
import { launchBrowser, visitSite, type Sites, type VisitOptions } from './browser.ts'
import { localSites, type LocalSites } from './local-sites.ts'
import { noSideways } from './settled.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let stage: Stage
let browser: Browser
let local: LocalSites
let sites: Sites
let now: CastName = 'carmen'
/** When the person last proved who she is: just now. */
const steppedUpAt = new Date(aWeekday.epochMilliseconds)

beforeAll(async () => {
  stage = await setStage()
  const { database } = stage.fresh
  const staff = { database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false }
  local = localSites()
  const neutral = await local.weather()
  const changes = { findSignedIn: () => Promise.resolve({ ...signedInAs(now), steppedUpAt }), staff }
  const { app } = await testApp(database, neutral, changes)
  sites = { neutral, origin: await local.listen((request) => app.fetch(request)) }
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  local.close()
  await stage.close()
})

/** A case with something of everything. */
async function fullCase(): Promise<CaseId> {
  const { casework } = stage
  const carmen = signedInAs('carmen')
  const id = await aCase(stage, { team: ['ada', 'paula'] })
  const rosa = { given: 'Rosa', surname: 'Rivera', relationship: 'mother', safety: 'not-safe' }
  valueOf(await addCaregiver(casework, carmen, { id, caregiver: rosa }))
  valueOf(await setTask(casework, carmen, { id, kind: 'interview', assignee: personOf('ada'), dueOn: '2026-11-20' }))
  valueOf(await writeNote(casework, carmen, { id, text: 'She asked for water.', shared: true }))
  valueOf(await writeNote(casework, carmen, { id, text: 'Ask the school.', shared: false }))
  valueOf(await setLegalHold(casework, carmen, { id, version: 1 }))
  return id
}

const rests = ['', '/find', '/tasks', '/caregiver', '/state', '/seal', '/team', '/conflict', '/leave', '/merge']
const walks: readonly (VisitOptions & { readonly language: Language })[] = [
  { width: 390, language: 'en' },
  { width: 390, language: 'es' },
  { width: 1280, language: 'es' },
  { width: 390, dark: true, language: 'en' },
]

describe.each(walks)('with %j', ({ language, ...way }) => {
  it('no page of a case has anything wrong', async () => {
    now = 'carmen'
    const id = await fullCase()
    const prefix = language === 'en' ? '' : '/es'
    const visitor = await visitSite(browser, sites, way)
    const own = rests.map((rest) => `/staff/cases/${id}${rest}`)
    for (const path of ['/staff/cases', '/staff/cases/new', '/staff/cases/emergency', ...own]) {
      await visitor.page.goto(visitor.at(`${prefix}${path}`))
      await visitor.check()
      await noSideways(visitor.page)
    }
    await visitor.page.goto(visitor.at(`${prefix}/staff/cases/${id}`))
    await visitor.page.locator('.fb-masked button').first().click()
    await visitor.page.locator('.fb-shown').waitFor()
    await visitor.check()
    await noSideways(visitor.page)
    await visitor.page.goto(visitor.at(`${prefix}/staff/cases/emergency`))
    await visitor.page.locator('#emergency .govuk-button').click()
    await visitor.page.locator('.govuk-error-summary').waitFor()
    await visitor.check()
    await visitor.close()
  })
})

/** Presses Tab until the element has the focus; fails when it never gets it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never came to ${wanted.toString()}`)
}

const keyboards = [true, false].flatMap((script) => languages.map((language) => ({ script, language })))

describe.each(keyboards)('by keyboard alone, %j', ({ script, language }) => {
  it('an advocate finds her case, writes a note and finishes a task', async () => {
    now = 'ada'
    await fullCase()
    const { say } = wordingIn(language)
    const visitor = await visitSite(browser, sites, { script, width: 390 })
    const { page } = visitor
    const enter = async (wanted: Locator): Promise<void> => {
      await tabTo(page, wanted)
      await page.keyboard.press('Enter')
    }
    const done = page.locator('.fb-tasks .fb-link-button')
    await page.goto(visitor.at(`${language === 'en' ? '' : '/es'}/staff/cases`))
    await enter(page.locator('.fb-tasks a').first())
    await tabTo(page, page.locator('#text'))
    await page.keyboard.type('She would like to draw.')
    await tabTo(page, page.getByLabel(say('cases.note.who.own', { discipline: say('people.discipline.advocacy') })))
    await page.keyboard.press('ArrowDown')
    await enter(page.getByRole('button', { name: say('cases.note.submit') }))
    await page.getByText(say('cases.did.noted')).waitFor()
    const written = page.locator('.fb-notes li').filter({ hasText: 'She would like to draw.' })
    expect(await written.textContent()).toContain(say('cases.note.shared'))
    await enter(done.first())
    await page.getByText(say('cases.did.done')).waitFor()
    expect(await done.count()).toBe(0)
    await visitor.check()
    await visitor.close()
  })
})
