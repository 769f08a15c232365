// A real browser for journeys. `visitSite` fails the test on anything a page must never do: a CSP report, a console
// error, a request to another host, a cookie or stored item, an axe finding. It runs with JavaScript on or off.

import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Our own arguments: the package's own switch web security off. Root has no user namespaces in many containers. */
const launchArguments = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

/**
 * `keepsPages`: with the back/forward cache, as a person's own browser has it. Playwright switches it off, and cannot follow
 * a page that comes back from it: such a tab is driven through `openTab`.
 */
export async function launchBrowser({ keepsPages = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackedChromium(),
    // The shell without a window has the cache only when it is asked for.
    args: keepsPages ? [...launchArguments, '--enable-bfcache'] : launchArguments,
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  })
}

/** A browser with a profile on disk, as a person's own has it; what is left there can be looked through afterwards. */
export async function openProfile(folder: string, javaScriptEnabled: boolean): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await unpackedChromium(),
    args: launchArguments,
    javaScriptEnabled,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
}

/**
 * The package unpacks itself into the temporary folder, where another user's or a half-made copy would be in the way: so
 * each user has a folder, which gets its name when it is whole. The package chooses the system libraries that it brings
 * along when it is loaded, as if on the machine it was made for.
 */
async function unpackedChromium(): Promise<string> {
  const folder = join(tmpdir(), `footbridge-browser-${String(process.getuid?.() ?? 0)}`)
  const draft = existsSync(folder) ? folder : mkdtempSync(`${folder}-`)
  const before = process.env['TMPDIR']
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  process.env['FONTCONFIG_PATH'] = join(folder, 'fonts')
  process.env['TMPDIR'] = draft
  const { default: packaged } = await import('@sparticuz/chromium')
  await packaged.executablePath()
  if (draft !== folder) keepWhole(draft, folder)
  process.env['TMPDIR'] = folder
  const { setupLambdaEnvironment } = await import('@sparticuz/chromium')
  setupLambdaEnvironment(join(folder, 'al2023', 'lib'))
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return join(folder, 'chromium')
}

/** Whoever is first gives the folder its name; another test file that unpacked at the same time throws its own away. */
function keepWhole(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** Address of a path on the site under test. */
  at(path: string): string
  /** Fails on whatever the page has done wrong so far; runs axe where script is on. */
  check(): Promise<void>
  close(): Promise<void>
}

export type VisitOptions = {
  readonly script?: boolean
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** Pages of staff: the cookies of sign-in are meant to be there. */
  readonly staff?: boolean
}

/** The site under test, and the neutral site that its exit leads to: no other host may be asked for anything. */
export type Sites = { readonly origin: string; readonly neutral: string }

/** Opens a fresh, private browser context. */
export async function visitSite(
  browser: Browser,
  { origin, neutral }: Sites,
  { script = true, width = 1280, height = width < 600 ? 844 : 900, dark = false, staff = false }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  })
  const faults: string[] = []
  await context.route('**/*', (route) => {
    const address = route.request().url()
    // A request that ends with its page (the exit's own) can no longer be continued: that is no fault.
    if (address.startsWith(origin) || address.startsWith(neutral)) return route.continue().catch(() => undefined)
    faults.push(`request to another host: ${new URL(address).hostname}`)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`))
  return {
    page,
    context,
    at: (path) => `${origin}${path}`,
    check: async () => expectNothingWrong(page, context, faults, { script, staff }),
    close: () => context.close(),
  }
}

async function expectNothingWrong(
  page: Page,
  context: BrowserContext,
  faults: readonly string[],
  { script, staff }: { readonly script: boolean; readonly staff: boolean },
): Promise<void> {
  // A form that was sent is answered before its style sheet is there: colours are judged on the whole page only.
  await page.waitForLoadState('load')
  const stored = (await storedThings(page, context, script)).filter(
    (one) => !(staff && /^cookie: (__Host-)?footbridge(-device)?$/.test(one)),
  )
  const found = [...faults, ...stored, ...(script ? await axeFindings(page) : [])]
  if (found.length > 0) throw new Error(`${page.url()}\n${found.join('\n')}`)
}

async function storedThings(page: Page, context: BrowserContext, script: boolean): Promise<readonly string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie: ${name}`)
  if (!script) return cookies
  const items = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
  return [...cookies, ...items.map((name) => `stored: ${name}`)]
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
