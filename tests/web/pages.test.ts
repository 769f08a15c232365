// Every public page, asked as a browser without script asks it.

import { gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, it } from 'vitest'

import { publicPages } from '../../src/web/public-pages.ts'
import { content } from '../home.ts'
import { testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const pages = publicPages(content)
const inBoth = pages.flatMap((path) => [path, path === '/' ? '/es' : `/es${path}`])

const get = async (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers })

describe('every page', () => {
  it.each(inBoth)('%s answers 200 itself, in its own language, and is kept by nobody', async (path) => {
    const answer = await get(path)
    const text = await answer.text()
    const language = path === '/es' || path.startsWith('/es/') ? 'es' : 'en'
    expect(answer.status).toBe(200)
    expect(text).toContain(`<html lang="${language}">`)
    expect(answer.headers.get('content-language')).toBe(language)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b/)
  })

  it.each(inBoth)('%s has no inline code or style, and asks no other host for anything', async (path) => {
    const text = await (await get(path)).text()
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+="/)
    // An address of the page in another language is named, never loaded.
    const asked = text.replaceAll(/<link rel="alternate"[^>]*>/g, '')
    const loaded = [...asked.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="([^"]*)"/g)].map(
      ([, address]) => address,
    )
    expect(loaded.filter((address) => address?.startsWith('/assets/') !== true)).toEqual([])
  })

  it.each(inBoth)('%s has the exit, the way to skip to the text and one first heading', async (path) => {
    const text = await (await get(path)).text()
    expect(text).toContain('class="fb-exit" href="/exit"')
    expect(text).toContain('href="#main"')
    expect(text.match(/<h1>/g)).toHaveLength(1)
  })

  it.each(inBoth)('%s has its own Back, out of sight without script', async (path) => {
    const text = await (await get(path)).text()
    expect(text).toMatch(/<button type="button" class="fb-back fb-noprint" hidden="">(Back|Atrás)</)
  })

  it.each(inBoth)('%s leads only to pages that exist', async (path) => {
    const text = await (await get(path)).text()
    const links = new Set([...text.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, address = '']) => address))
    for (const link of links) {
      const status = (await get(link)).status
      expect([link, status]).toEqual([link, link === '/exit' ? 303 : 200])
    }
  })

  it.each(inBoth)('%s loads in at most 15 kB gz and 4 requests', async (path) => {
    const answer = await get(path)
    const text = await answer.text()
    const loaded = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]*)"/g)].map(([, address = '']) => address)
    const bodies = await Promise.all(
      loaded.map(async (address) => Buffer.from(await (await get(address)).arrayBuffer())),
    )
    const size = [Buffer.from(text), ...bodies].reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(loaded.length + 1).toBeLessThanOrEqual(4)
    expect(size).toBeLessThanOrEqual(15_000)
  })
})

describe('a fixed page', () => {
  it('is the same for everybody, however the first of them typed its address', async () => {
    const { app } = await testApp()
    const first = await (await app.request('/learn/')).text()
    expect(first).toBe(await (await get('/learn')).text())
  })
})

describe('titles', () => {
  it('are neutral: nothing alarming stays in the history of a browser', async () => {
    for (const path of inBoth) {
      const [, title = ''] = /<title>([^<]*)<\/title>/.exec(await (await get(path)).text()) ?? []
      expect(title).toMatch(/ – Footbridge$/)
      expect(title).not.toMatch(/exploit|abuse|sex|traffick|explota|abuso|trata/i)
    }
  })
})

describe('headers of every answer', () => {
  it.each(['/', '/es/check', '/nothing-here', '/assets/none.css', '/healthz', '/exit'])('%s', async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types footbridge footbridge-scan$/)
    expect(policy).not.toMatch(/unsafe|nonce|https:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe(path === '/exit' ? 'no-referrer' : 'same-origin')
  })

  it('pages are compressed where the browser can take it', async () => {
    const answer = await get('/learn/signs', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  })
})

describe('the style sheet', () => {
  it('has our own fonts and colours, never the look of a government', async () => {
    const [, address = ''] = /href="(\/assets\/public[^"]*)"/.exec(await (await get('/')).text()) ?? []
    const css = await (await get(address)).text()
    expect(css.length).toBeGreaterThan(10_000)
    expect(css).not.toMatch(/GDS Transport|crown|@font-face|url\(/i)
  })

  it('has every class that a page writes, and no part of govuk-frontend that none does', async () => {
    const [, address = ''] = /href="(\/assets\/public[^"]*)"/.exec(await (await get('/')).text()) ?? []
    const css = await (await get(address)).text()
    for (const part of [
      'button--secondary',
      'checkboxes__input',
      'radios__label',
      'input--width-10',
      'error-summary__list',
    ])
      expect(css).toContain(`.govuk-${part}`)
    expect(css).not.toMatch(/govuk-(?:button--warning|radios--inline|checkboxes__conditional|input__prefix)/)
  })
})

describe('the exit without script', () => {
  it('goes straight to the neutral site', async () => {
    const answer = await get('/exit')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('https://weather.example/')
    expect(answer.headers.get('clear-site-data')).toBeNull()
  })

  it('leaves no cookie: the one that makes the browser forget our pages is taken away in the same answer', async () => {
    const [made, taken, ...more] = (await get('/exit')).headers.getSetCookie()
    expect(more).toEqual([])
    expect(made).toBe('left=yes; Path=/; Max-Age=60; HttpOnly; SameSite=Strict')
    expect(taken).toBe('left=yes; Path=/; Max-Age=0; HttpOnly; SameSite=Strict')
  })
})

describe('learn', () => {
  it('explains each of the 60 indicators in one of the chapters', async () => {
    for (const language of ['en', 'es'] as const) {
      const chapters = pages
        .filter((path) => path.startsWith('/learn/'))
        .map((path) => (language === 'en' ? path : `/es${path}`))
      const text = (await Promise.all(chapters.map(async (path) => (await get(path)).text())))
        .join('\n')
        .replaceAll('&#39;', "'")
        .replaceAll('&quot;', '"')
      for (const explanation of Object.values(content.explanations[language])) {
        const { name, looks_like, may_also_mean, do: act } = explanation
        for (const part of [name, looks_like, may_also_mean, act]) expect(text).toContain(part)
      }
    }
  })
})

describe('what does not exist', () => {
  it('answers with a plain page in the language of the address, with the number to call on it', async () => {
    const spanish = await get('/es/nada')
    expect(spanish.status).toBe(404)
    expect(await spanish.text()).toContain('tel:911')
    expect((await get('/learn/none')).status).toBe(404)
  })

  it('answers machines in JSON', async () => {
    const answer = await get('/nothing', { accept: 'application/json' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ problem: 'not-found', message: 'There is nothing at this address.' })
  })

  it('hides a page that needs a permission exactly like a page that does not exist', async () => {
    const forbidden = await get('/set-up/not-a-token')
    const missing = await get('/nothing-here')
    expect(forbidden.status).toBe(404)
    expect(await forbidden.text()).toBe(await missing.text())
  })
})
