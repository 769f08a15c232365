// The browser helper itself: it has to fail on each thing that a page must never do, or the journeys prove nothing.

import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser, visitSite } from './browser.ts'

let browser: Browser
let server: ServerType
let origin: string

const whole = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`

/** What each address answers: a body, and headers where it needs some. */
const answers: Readonly<Record<string, { readonly body: string; readonly headers?: Record<string, string> }>> = {
  '/good': { body: whole('<p>Nothing wrong here.</p>') },
  '/csp': { body: whole('<script>window.x = 1</script>'), headers: { 'Content-Security-Policy': "script-src 'self'" } },
  '/error': { body: whole('<script>throw new Error("broken")</script>') },
  '/console': { body: whole('<script>console.error("broken")</script>') },
  '/third-party': { body: whole('<img alt="" src="https://tracker.example/pixel.png">') },
  '/cookie': { body: whole(''), headers: { 'Set-Cookie': 'seen=1' } },
  '/stored': { body: whole('<script>localStorage.setItem("seen", "1")</script>') },
  '/axe': { body: whole('<img src="/good">') },
}

beforeAll(async () => {
  const fetch = (request: Request): Response => {
    const answer = answers[new URL(request.url).pathname]
    return new Response(answer?.body ?? '', {
      status: answer === undefined ? 404 : 200,
      headers: { 'Content-Type': 'text/html', ...answer?.headers },
    })
  }
  server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})

const faultOf = async (path: string, script = true): Promise<string> => {
  const visitor = await visitSite(browser, { origin, neutral: 'http://neutral.invalid' }, { script })
  await visitor.page.goto(visitor.at(path), { waitUntil: 'networkidle' })
  const fault = await visitor.check().then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  await visitor.close()
  return fault
}

describe('the browser helper', () => {
  it('lets a good page pass, with and without script', async () => {
    expect(await faultOf('/good')).toBe('none')
    expect(await faultOf('/good', false)).toBe('none')
  })

  it.each([
    ['/csp', /console: .*Content Security Policy/],
    ['/error', /script error: broken/],
    ['/console', /console: broken/],
    ['/third-party', /request to another host: tracker\.example/],
    ['/cookie', /cookie: seen/],
    ['/stored', /stored: seen/],
    ['/axe', /axe image-alt/],
  ])('fails on %s', async (path, fault) => {
    expect(await faultOf(path)).toMatch(fault)
  })
})
