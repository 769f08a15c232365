// One tab of a browser that keeps pages for Back, as a person's does. Playwright loses sight of a page that comes back from
// that memory, so the tab is driven and read through the protocol alone: real clicks and keys, the real list of entries.

import type { Browser, CDPSession } from 'playwright-core'

export type Tab = {
  go(address: string): Promise<void>
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  press(key: 'Shift' | 'Tab' | 'Enter'): Promise<void>
  /** One entry back in the tab's list, as the browser's own button; false when there is none. */
  back(): Promise<boolean>
  forward(): Promise<boolean>
  /** The value of an expression on the page that is shown. */
  read(expression: string): Promise<unknown>
  /** Waits until an expression is true. */
  until(expression: string): Promise<void>
  /** Loads the page anew; the browser's question whether to send a form again is answered with yes. */
  reload(): Promise<void>
  /** Addresses in the tab's list, those after the page that is shown too. */
  entries(): Promise<readonly string[]>
  hasCookies(): Promise<boolean>
  close(): Promise<void>
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Time for a click to have led somewhere, when nobody knows where to. */
const settling = 350

export async function openTab(browser: Browser, { script = true } = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Page.enable')
  if (!script) await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  const read = (expression: string): Promise<unknown> => evaluate(session, expression)
  const until = (expression: string): Promise<void> => waitUntil(() => read(expression), expression)
  const settle = async (): Promise<void> => {
    await pause(settling)
    await until('document.readyState === "complete"')
  }
  const move = async (by: number): Promise<boolean> => {
    const went = await goToEntry(session, by)
    await settle()
    return went
  }
  return {
    read,
    until,
    go: async (url) => {
      await session.send('Page.navigate', { url })
      await settle()
    },
    click: async (selector) => {
      await clickMiddle(session, read, selector)
      await settle()
    },
    type: async (selector, text) => {
      await read(`document.querySelector(${JSON.stringify(selector)}).focus()`)
      await session.send('Input.insertText', { text })
    },
    press: (key) => pressKey(session, key),
    back: () => move(-1),
    forward: () => move(1),
    reload: async () => {
      await session.send('Page.reload')
      await settle()
    },
    entries: async () => (await session.send('Page.getNavigationHistory')).entries.map(({ url }) => url),
    hasCookies: async () => (await context.cookies()).length > 0,
    close: () => context.close(),
  }
}

async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
  return result.value as unknown
}

async function waitUntil(read: () => Promise<unknown>, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await read().catch(() => false)) === true) return
    await pause(50)
  }
  throw new Error(`never true: ${what}`)
}

async function clickMiddle(
  session: CDPSession,
  read: (expression: string) => Promise<unknown>,
  selector: string,
): Promise<void> {
  const middle = `(() => { const found = document.querySelector(${JSON.stringify(selector)}); found.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = found.getBoundingClientRect(); return [x + width / 2, y + height / 2] })()`
  const [x = 0, y = 0] = (await read(middle)) as readonly number[]
  const at = { x, y, button: 'left', clickCount: 1 } as const
  await session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' })
  await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
}

const keys = {
  Shift: { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
} as const

async function pressKey(session: CDPSession, key: keyof typeof keys): Promise<void> {
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...keys[key] })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...keys[key] })
}

async function goToEntry(session: CDPSession, by: number): Promise<boolean> {
  const { entries, currentIndex } = await session.send('Page.getNavigationHistory')
  const entry = entries[currentIndex + by]
  if (entry === undefined) return false
  await session.send('Page.navigateToHistoryEntry', { entryId: entry.id })
  return true
}
