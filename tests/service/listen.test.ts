// A real socket and no database: what is broken, too large, too slow or broken off gets a page with numbers to call, holds
// no connection, and leaves nothing in the log.

import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { listen, type Listening } from '../../src/cli/listen.ts'
import { lastPage } from '../../src/web/index.ts'
import { testApp, testServices } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
let listening: Listening
beforeAll(async () => {
  site = await testApp()
  const page = await lastPage(await testServices())
  const patience = { head: 400, request: 800, check: 50 }
  listening = await listen(site.app, { port: 0, listenOn: '127.0.0.1', lastPage: page, patience })
})
afterAll(() => listening.close())

/** Sends the pieces, waits for the other side to close, and gives everything it said. */
const talk = (pieces: readonly string[], { pauseMs = 0 } = {}): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(listening.port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    void (async () => {
      for (const piece of pieces) {
        if (socket.writable) socket.write(piece)
        if (pauseMs > 0) await wait(pauseMs)
      }
    })()
  })

const head = (...lines: readonly string[]): string =>
  ['POST /es/report/sheet/page HTTP/1.1', 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n')
const form = 'Content-Type: application/x-www-form-urlencoded'

const statusOf = (answer: string): string => answer.slice(9, 12)

describe('a request that reaches no page', () => {
  it.each([
    ['that is no HTTP', ['canary-1 \0\r\n\r\n'], '400'],
    ['with a head that is too large', [head(`X-Long: canary-${'2'.repeat(20_000)}`)], '431'],
    ['with a host that is none', ['GET / HTTP/1.1\r\nHost: canary 3\r\nConnection: close\r\n\r\n'], '400'],
    ['with a head that never ends', ['GET /canary-4 HTTP/1.1\r\nHost: x\r\n'], '408'],
  ])('%s gets the last page, in both languages, and the connection ends', async (_, pieces, status) => {
    const answer = await talk(pieces)
    expect(statusOf(answer)).toBe(status)
    expect(answer).toContain('href="tel:911"')
    expect(answer).toContain('href="tel:+18004224453"')
    expect(answer).toContain('<section lang="es">')
    expect(answer).toMatch(/content-security-policy/i)
    expect(answer).not.toContain('canary')
  })

  it('that comes one letter at a time is ended in its time, however long it goes on', async () => {
    const began = Date.now()
    const answer = await talk(
      Array.from({ length: 100 }, () => 'a'),
      { pauseMs: 30 },
    )
    expect(Date.now() - began).toBeLessThan(2_000)
    expect(answer).toContain('tel:911')
  })
})

describe('a form that cannot be read', () => {
  it.each([
    ['too large by its own word', [head(form, 'Content-Length: 199999'), 'what=x'], '413'],
    [
      'too large in pieces',
      [
        head(form, 'Transfer-Encoding: chunked'),
        ...Array.from({ length: 9 }, () => `4000\r\n${'x'.repeat(16_384)}\r\n`),
      ],
      '413',
    ],
  ])('%s gets the page in its language', async (_, pieces, status) => {
    const answer = await talk(pieces)
    expect(statusOf(answer)).toBe(status)
    expect(answer).toContain('<html lang="es">')
    expect(answer).toContain('tel:911')
  })

  it('that is never finished ends with its time', async () => {
    const began = Date.now()
    await talk([head(form, 'Content-Length: 50'), 'what=canary-5'])
    expect(Date.now() - began).toBeLessThan(2_500)
  })

  it('that is broken off harms nobody', async () => {
    const socket = connect(listening.port, '127.0.0.1', () =>
      socket.write(`${head(form, 'Content-Length: 50')}what=canary-6`),
    )
    await wait(50)
    socket.destroy()
    await wait(50)
    expect((await fetch(`http://127.0.0.1:${listening.port}/report`)).status).toBe(200)
  })
})

describe('the log', () => {
  it('holds nothing of all this', () => {
    expect(site.lines).toEqual([])
  })
})
