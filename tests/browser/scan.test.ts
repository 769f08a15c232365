// Reading a note in a real browser: what is shown and confirmed, by mouse and by keyboard, in both languages; and that nothing
// of the note leaves the page in any way.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'

import { loadLexicon } from '../../src/knowledge/index.ts'
import { buildScanner, type Finding, type Observation, type Scan } from '../../src/screening/index.ts'
import { contentFolder, home, wordingIn } from '../home.ts'
import type { Visitor, VisitOptions } from './browser.ts'
import { noSideways } from './settled.ts'
import { visits } from './visits.ts'

vi.setConfig({ testTimeout: 120_000 })

const { visit, sites } = visits()

const english =
  'Denies running away. Left the GH w/o permission again last night.\nHer sister uses meth. If she runs again, call. Hx of running away.'
const spanish = 'Niega consumo de drogas. La residente se salió sin permiso anoche. Su hermana consume drogas.'

async function open(path = '/staff/scan', way: VisitOptions = {}): Promise<Visitor> {
  const visitor = await visit(way)
  await visitor.page.goto(visitor.at(path), { waitUntil: 'networkidle' })
  return visitor
}

async function read(page: Page, note: string): Promise<void> {
  await page.locator('#note').fill(note)
  await page.locator('[data-do="read"]').click()
  await page.locator('#scan-result').waitFor()
}

const counting = (page: Page): Locator => page.locator('#scan-counting > li')
const others = (page: Page): Locator => page.locator('#scan-not-counting > li')
const choice = (finding: Locator, value: string): Locator => finding.locator(`input[value="${value}"]`)

async function downloaded(
  page: Page,
): Promise<{ readonly name: string; readonly observations: readonly Observation[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do="download"]').click()])
  const text = readFileSync(await file.path(), 'utf8')
  return { name: file.suggestedFilename(), observations: JSON.parse(text) as readonly Observation[] }
}

describe.each([
  { width: 390, dark: false },
  { width: 1280, dark: false },
  { width: 390, dark: true },
])('a note is read at %j', (way) => {
  it.each([
    { path: '/staff/scan', note: english, language: 'en' as const },
    { path: '/es/staff/scan', note: spanish, language: 'es' as const },
  ])('and shown with what was found: $path', async ({ path, note, language }) => {
    const { say } = wordingIn(language)
    const visitor = await open(path, way)
    const { page } = visitor
    await visitor.check()
    await read(page, note)
    expect(await page.locator('#scan-shown mark').count()).toBeGreaterThan(2)
    expect(await page.locator('.fb-mark-link').first().textContent()).toBe(
      `${say('scan.finding')} 1 ${say('scan.negated')}`,
    )
    expect(await others(page).first().textContent()).toContain(say('scan.not.negated'))
    expect(await counting(page).first().textContent()).toContain(say('scan.because'))
    await choice(counting(page).first(), 'confirm').check()
    expect(await page.locator('#scan-observations li').count()).toBe(1)
    await visitor.check()
    await noSideways(page)
    await visitor.close()
  })
})

describe('the findings', () => {
  it('that do not count stay in sight, with the reason and nothing to confirm', async () => {
    const visitor = await open()
    const { page } = visitor
    await read(page, english)
    const texts = (await others(page).allTextContents()).join('\n')
    for (const reason of ['as the note denies it', 'as it is about someone else', 'as it has not happened'])
      expect(texts).toContain(reason)
    expect(await others(page).locator('input').count()).toBe(0)
    await visitor.close()
  })

  it('are led to from their marks, and lead back', async () => {
    const visitor = await open()
    const { page } = visitor
    await read(page, english)
    await page.locator('#mark-2').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-2')
    await page.locator('#finding-2 [data-slot="back"]').click()
    expect(new URL(page.url()).hash).toBe('#mark-2')
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    await visitor.close()
  })

  it('are none in a note without signs, and the page says that this means little', async () => {
    const visitor = await open()
    await read(visitor.page, 'Sunny day. The bus was late.')
    expect(await visitor.page.locator('#scan-nothing').textContent()).toContain('does not mean that the child is safe')
    expect(await visitor.page.locator('#scan-found').isVisible()).toBe(false)
    await visitor.check()
    await visitor.close()
  })
})

describe('what is confirmed', () => {
  it('and nothing else is an observation, in a file that names nobody', async () => {
    const visitor = await open()
    const { page } = visitor
    await read(page, english)
    const [first, second] = [counting(page).nth(0), counting(page).nth(1)]
    await choice(first, 'confirm').check()
    await choice(second, 'unsure').check()
    const { name, observations } = await downloaded(page)
    expect(name).toBe('observations.json')
    const words = 'Left the GH w/o permission again'
    const evidence = { start: 21, end: 21 + words.length, text: words }
    expect(observations).toMatchObject([
      { indicator: 'runaway', assertion: 'affirmed', experiencer: 'child', source: 'narrative', evidence },
    ])
    await choice(second, 'confirm').check()
    await choice(first, 'not-so').check()
    expect(await first.getByLabel('Why not?').isVisible()).toBe(true)
    expect((await downloaded(page)).observations.map(({ temporality }) => temporality)).toEqual(['historical'])
    await choice(second, 'not-so').check()
    expect(await page.locator('#scan-observations').isVisible()).toBe(false)
    await visitor.close()
  })

  it('goes to the clipboard as the same text', async () => {
    const visitor = await open()
    const { page, context } = visitor
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: sites().origin })
    await read(page, english)
    await choice(counting(page).first(), 'confirm').check()
    await page.locator('[data-do="copy"]').click()
    await page.getByText('Copied.').waitFor()
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as unknown
    expect(copied).toEqual((await downloaded(page)).observations)
    await visitor.close()
  })
})

describe('by keyboard alone', () => {
  it('a note is typed, read and confirmed, and everything is cleared', async () => {
    const visitor = await open('/staff/scan', { width: 390 })
    const { page } = visitor
    const tabTo = async (wanted: Locator): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab')
        if (await wanted.evaluate((element) => element === document.activeElement)) return
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
    expect(await page.locator('#scan-result').isVisible()).toBe(false)
    expect(await page.locator('#scan').textContent()).not.toContain('permission')
    await visitor.close()
  })
})

describe('nothing of the note leaves the page', () => {
  it('no request at all is made once the page is there, and nothing is stored or put in the address', async () => {
    const visitor = await open()
    const { page, context } = visitor
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    await read(page, english)
    await choice(counting(page).first(), 'confirm').check()
    await choice(counting(page).nth(1), 'not-so').check()
    await page.locator('#scan-result input[type="text"]:visible').fill('not this week')
    await page.locator('[data-do="clear"]').click()
    await read(page, spanish)
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
    expect(page.url()).toBe(visitor.at('/staff/scan'))
    const left = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      state: history.state as unknown,
    }))
    expect(left).toEqual({ local: 0, session: 0, databases: 0, caches: 0, state: null })
    expect(sites().logged.join('\n')).not.toContain('permission')
    await visitor.check()
    await visitor.close()
  })

  it('to a page that is gone to, back included, or to the other language', async () => {
    const visitor = await open()
    const { page } = visitor
    await read(page, english)
    await page.locator('.fb-footer a[href="/about"]').click()
    await page.waitForURL(visitor.at('/about'))
    expect(await page.locator('.fb-back').isVisible()).toBe(false)
    await page.goto(visitor.at('/staff/scan'))
    await read(page, english)
    await page.locator('.fb-language').click()
    await page.waitForURL(visitor.at('/es/staff/scan'))
    expect(await page.locator('#note').inputValue()).toBe('')
    await read(page, spanish)
    await visitor.check()
    await visitor.close()
  })

  it('is emptied as the page is hidden, and by the exit', async () => {
    const visitor = await open()
    const { page } = visitor
    await read(page, english)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('#note').inputValue()).toBe('')
    expect(await page.locator('#scan').textContent()).not.toContain('permission')
    await read(page, english)
    await page.locator('.fb-exit').click()
    await page.waitForURL(sites().neutral)
    await visitor.close()
  })
})

/** The worker adds the lexicon's reason to each finding. */
const withoutReasons = ({ findings, ...rest }: Scan): Scan => ({
  ...rest,
  findings: findings.map((finding) => {
    const { why, ...own } = finding as Finding & { readonly why: string }
    expect(why.length).toBeGreaterThan(9)
    return own
  }),
})

describe('the engine in the browser', () => {
  it('finds in every practice note what it finds in Node', async () => {
    const notes = readFileSync(join(home, 'tests/notes/dev.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly text: string }).text)
    const visitor = await open()
    const [worker] = visitor.page.workers()
    // The worker is asked as the page asks it, and what it would tell the page is kept.
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
    const scan = buildScanner(loadLexicon(join(contentFolder, 'lexicon')))
    expect((found as readonly Scan[]).map(withoutReasons)).toEqual(notes.map((text) => scan(text, { noteYear: 2026 })))
    await visitor.close()
  })
})
