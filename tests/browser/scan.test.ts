// Reading a note in a real browser: what is shown, confirmed and taken along, by mouse and by keyboard, in both languages.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { loadLexicon } from '../../src/knowledge/index.ts'
import { buildScanner, type Finding, type Scan } from '../../src/screening/index.ts'
import { contentFolder, home, wordingIn } from '../home.ts'
import type { Visitor } from './browser.ts'
import { choice, counting, downloaded, english, openScan, others, read, spanish } from './scan-visits.ts'
import { noSideways } from './settled.ts'
import { visits } from './visits.ts'

// The engine is built anew on each page, which takes seconds on a busy machine: so tests share a page where they can.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const all = visits()

const looks = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const

it.each([
  { path: '/staff/scan', note: english, language: 'en' as const },
  { path: '/es/staff/scan', note: spanish, language: 'es' as const },
])('a note is read and shown with what was found, on a phone and a screen, light and dark: $path', async (way) => {
  const { say } = wordingIn(way.language)
  const visitor = await openScan(all, way.path)
  const { page } = visitor
  await visitor.check()
  await read(page, way.note)
  expect(await page.locator('#scan-shown mark').count()).toBeGreaterThan(2)
  const label = await page.locator('.fb-mark-link').first().textContent()
  expect(label).toBe(`${say('scan.finding')} 1 ${say('scan.negated')}`)
  expect(await others(page).first().textContent()).toContain(say('scan.not.negated'))
  await choice(counting(page).first(), 'confirm').check()
  expect(await page.locator('#scan-observations li').count()).toBe(1)
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    await visitor.check()
    await noSideways(page)
  }
  await visitor.close()
})

describe('on one page, cleared between notes', () => {
  let visitor: Visitor
  let page: Page
  beforeAll(async () => {
    visitor = await openScan(all)
    page = visitor.page
  })
  beforeEach(async () => {
    await page.locator('[data-do="clear"]').click()
  })
  afterAll(() => visitor.close())

  it('findings that do not count stay in sight, with the reason and nothing to confirm', async () => {
    await read(page, english)
    const texts = (await others(page).allTextContents()).join('\n')
    for (const reason of ['as the note denies it', 'as it is about someone else', 'as it has not happened'])
      expect(texts).toContain(reason)
    expect(await others(page).locator('input').count()).toBe(0)
  })

  it('a mark leads to its finding, and the finding back to the mark', async () => {
    await read(page, english)
    await page.locator('#mark-2').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-2')
    await page.locator('#finding-2 [data-slot="back"]').click()
    expect(new URL(page.url()).hash).toBe('#mark-2')
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
  })

  it('a note without signs has no findings, and the page says that this means little', async () => {
    await read(page, 'Sunny day. The bus was late.')
    expect(await page.locator('#scan-nothing').textContent()).toContain('does not mean that the child is safe')
    expect(await page.locator('#scan-found').isVisible()).toBe(false)
    await visitor.check()
  })

  it('an empty field is not read', async () => {
    await page.locator('[data-do="read"]').click()
    await page.getByText('First paste or type a note.').waitFor()
    expect(await page.locator('#scan-result').isVisible()).toBe(false)
  })

  it('what is confirmed, and nothing else, is an observation, in a file that names nobody', async () => {
    await read(page, english)
    const [first, second] = [counting(page).first(), counting(page).last()]
    await choice(first, 'confirm').check()
    await choice(second, 'unsure').check()
    const { name, observations } = await downloaded(page)
    expect(name).toBe('observations.json')
    // Where the finding ends is the lexicon's business.
    const evidence = { start: 17, text: expect.stringMatching(/^Ran away/) as string }
    expect(observations).toMatchObject([
      { indicator: 'runaway', assertion: 'affirmed', experiencer: 'child', source: 'narrative', evidence },
    ])
    await choice(second, 'confirm').check()
    await choice(first, 'not-so').check()
    expect(await first.getByLabel('Why not?').isVisible()).toBe(true)
    expect((await downloaded(page)).observations.map(({ temporality }) => temporality)).toEqual(['historical'])
    await choice(second, 'not-so').check()
    expect(await page.locator('#scan-observations').isVisible()).toBe(false)
  })

  it('the clipboard gets the same text as the file', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: all.sites().origin })
    await read(page, english)
    await choice(counting(page).first(), 'confirm').check()
    await page.locator('[data-do="copy"]').click()
    await page.getByText('Copied.').waitFor()
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as unknown
    expect(copied).toEqual((await downloaded(page)).observations)
  })

  it('by keyboard alone a note is typed, read and confirmed, and everything is cleared', async () => {
    const tabTo = async (wanted: Locator): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab never came to ${wanted.toString()}`)
    }
    await tabTo(page.locator('#note'))
    await page.keyboard.insertText(english)
    await tabTo(page.locator('[data-do="read"]'))
    await page.keyboard.press('Enter')
    await page.locator('#scan-result').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scan-heading')
    await tabTo(choice(counting(page).first(), 'confirm'))
    await page.keyboard.press('Space')
    expect(await page.locator('#scan-observations li').count()).toBe(1)
    await page.locator('[data-do="clear"]').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('note')
    expect(await page.locator('#note').inputValue()).toBe('')
    expect(await page.locator('#scan').textContent()).not.toContain('group home')
  })

  it('the engine finds in every practice note what it finds in Node', async () => {
    const notes = readFileSync(join(home, 'tests/notes/dev.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly text: string }).text)
    const scan = buildScanner(loadLexicon(join(contentFolder, 'lexicon')))
    const inNode = notes.map((text) => scan(text, { noteYear: 2026 }))
    expect((await readInWorker(page, notes)).map(withoutReasons)).toEqual(inNode)
  })
})

/** The worker is asked as the page asks it, and what it would tell the page is kept. */
async function readInWorker(page: Page, notes: readonly string[]): Promise<readonly Scan[]> {
  const [worker] = page.workers()
  const found = await worker?.evaluate((texts) => {
    const told = new Map<number, (read: unknown) => void>()
    Object.assign(globalThis, {
      postMessage: ({ number, read }: { number: number; read: unknown }) => told.get(number)?.(read),
    })
    return Promise.all(
      texts.map(
        (text, number) =>
          new Promise<unknown>((done) => {
            told.set(number, done)
            dispatchEvent(new MessageEvent('message', { data: { number, text, noteYear: 2026 } }))
          }),
      ),
    )
  }, notes)
  return found as readonly Scan[]
}

/** The worker adds the lexicon's reason to each finding. */
const withoutReasons = ({ findings, ...rest }: Scan): Scan => ({
  ...rest,
  findings: findings.map((finding) => {
    const { why, ...own } = finding as Finding & { readonly why: string }
    expect(why.length).toBeGreaterThan(9)
    return own
  }),
})
