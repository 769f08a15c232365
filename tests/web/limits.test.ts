// The limits of the public pages: far above what people do, by network, and never in the way of a number to call.

import { beforeEach, describe, expect, it } from 'vitest'

import { oneAtATime, visitLimit, visitLimits } from '../../src/access/index.ts'
import { buildApp } from '../../src/web/index.ts'
import { routes } from '../../src/web/routes.ts'
import { costOf } from '../../src/web/within-limits.tsx'
import { posted, testServices } from '../services.ts'

const from = (address: string) => ({ 'X-Forwarded-For': `forged, ${address}` })
const typed = {
  't-what': 'canary "words"',
  't-when': 'Monday',
  zip: '78701',
  noticed: ['truancy', 'runaway'],
  __proto__x: '1',
}

/** Two forms and one document in ten minutes, and a queue of the given length. */
async function site({ waiting = 8, proxied = true } = {}) {
  const visits = visitLimit({ ...visitLimits, most: { form: 2, document: 1 } })
  const lines: string[] = []
  const services = { ...(await testServices()), host: proxied ? 'help.example.org' : undefined }
  const limits = { visits, documents: oneAtATime(waiting) }
  const app = buildApp({ services, log: (line) => lines.push(line), limits })
  const ask = async (path: string, address = '192.0.2.1', headers = {}) =>
    app.request(path, posted(typed, { ...from(address), ...headers }))
  return { app, ask, lines }
}

let here: Awaited<ReturnType<typeof site>>
beforeEach(async () => {
  here = await site()
})

describe('the cost of a route', () => {
  it('is stated by method and path: every public post has one but whom to call, no public page has but the way to a directory', () => {
    const open = routes.filter(({ permission }) => permission === 'public')
    const posts = open.filter(({ method }) => method === 'post')
    expect(posts.length).toBeGreaterThan(4)
    const expected = (path: string) => {
      if (path === '/report/whom-to-call') return 'none'
      // Sign-in has counters of its own, by account, network and device; with a passkey it has none.
      if (/^\/staff\/(sign-in|welcome|enrol)(?!\/passkey)/.test(path) || path.startsWith('/staff/enrol')) return 'none'
      return path.endsWith('.pdf') ? 'document' : 'form'
    }
    for (const route of posts) expect([route.path, costOf(route)]).toEqual([route.path, expected(route.path)])
    const pages = open.filter(({ method, path }) => method === 'get' && !path.endsWith('.pdf'))
    // The way to a directory makes this service ask another one.
    expect(pages.filter((route) => costOf(route) !== 'none').map(({ path }) => path)).toEqual([
      '/staff/sign-in/sso/:provider',
      '/staff/sign-in/sso/:provider/callback',
    ])
  })

  it('has for each document that is posted a page made from the same form', () => {
    const documents = routes.filter((route) => route.method === 'post' && costOf(route) === 'document')
    const addresses = routes.map(({ method, path }) => `${method} ${path}`)
    for (const { path } of documents) expect(addresses).toContain(`post ${path.replace(/\.pdf$/, '/page')}`)
  })
})

describe('a network that sends too much', () => {
  it('gets a page in its language with the numbers to call, and when to come back', async () => {
    for (const path of ['/check/child', '/report']) expect((await here.ask(path)).status).toBe(200)
    const answer = await here.ask('/es/report/script')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    const text = await answer.text()
    expect(text).toContain('<html lang="es">')
    for (const number of ['911', '+18004224453', '+18883737888', '+18008435678', '988'])
      expect(text).toContain(`href="tel:${number}"`)
    expect(text).not.toMatch(/\{\w+\}/)
    expect(here.lines).toEqual([])
  })

  it('still gets the state’s own number, and loses nothing that was typed', async () => {
    for (let times = 0; times < 4; times++) await here.ask('/report/script')
    const text = await (await here.ask('/report/script')).text()
    expect(text).toContain('action="/report/script"')
    expect(text).toContain('name="t-what" value="canary &quot;words&quot;"')
    expect(text).not.toContain('__proto__x')
    const answer = await here.ask('/report/whom-to-call')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('tel:+18002525400')
  })

  it('gets none of a flood written back', async () => {
    for (let times = 0; times < 12; times++) await here.ask('/report/script')
    const text = await (await here.ask('/report/script')).text()
    expect(text).not.toContain('canary')
    expect(text).toContain('tel:911')
  })

  it('still gets every page that is asked by its address, and leaves other networks alone', async () => {
    for (const path of ['/check/child', '/check/child', '/check/child']) await here.ask(path)
    expect((await here.app.request('/report', { headers: from('192.0.2.1') })).status).toBe(200)
    expect((await here.ask('/check/child', '192.0.2.2')).status).toBe(200)
    expect((await here.ask('/check/child', '2001:db8::1')).status).toBe(200)
  })

  it('is not counted for what another site sent in its name', async () => {
    for (let times = 0; times < 5; times++)
      expect((await here.ask('/check/child', '192.0.2.1', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await here.ask('/check/child')).status).toBe(200)
  })

  it('is not believed about its address where there is no proxy of ours', async () => {
    const direct = await site({ proxied: false })
    const env = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }
    const statuses = []
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      const answer = await direct.app.request('/check/child', posted(typed, from(address)), env)
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([200, 200, 429])
  })
})

describe('a PDF above the limit', () => {
  it('is answered with the page that prints, and nothing typed is lost', async () => {
    expect((await here.ask('/report/sheet.pdf')).headers.get('content-type')).toBe('application/pdf')
    const answer = await here.ask('/es/report/sheet.pdf')
    const text = await answer.text()
    expect(answer.status).toBe(429)
    expect(text).toContain('action="/es/report/sheet/page"')
    expect(text).toContain('name="t-what" value="canary &quot;words&quot;"')
    expect(text.match(/name="noticed"/g)).toHaveLength(2)
    expect(text).toContain('href="tel:911"')
    expect((await here.ask('/es/report/sheet/page')).status).toBe(200)
  })

  it('is answered so too while too many wait, whoever asks', async () => {
    const busy = await site({ waiting: 2 })
    const answers = await Promise.all(
      ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].map((address) => busy.ask('/report/sheet.pdf', address)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429])
    expect(await answers[3]?.text()).toContain('action="/report/sheet/page"')
    expect((await busy.ask('/report/sheet.pdf', '192.0.2.5')).status).toBe(200)
  })
})
