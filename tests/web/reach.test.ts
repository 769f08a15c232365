// How the site is found and shared: the site map and robots.txt, what search engines may list, the neutral card of a shared
// link, and whose forms are taken.

import { beforeAll, describe, expect, it } from 'vitest'

import { readSettings } from '../../src/cli/settings.ts'
import { publicPages } from '../../src/web/public-pages.ts'
import { content } from '../home.ts'
import { posted, testApp } from '../services.ts'

type Site = Awaited<ReturnType<typeof testApp>>

let site: Site
beforeAll(async () => {
  site = await testApp()
})

const inSpanish = (path: string): string => (path === '/' ? '/es' : `/es${path}`)
const pages = publicPages(content)
const inBoth = pages.flatMap((path) => [path, inSpanish(path)])

const textAt = async (path: string, { app }: Site = site): Promise<string> => (await app.request(path)).text()

/** The contents of every tag that a messenger reads, by its name. */
const cardOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)"/g)].map(
      ([, name = '', words = '']) => [name, words],
    ),
  )

describe('the site map', () => {
  it('lists what explains, in both languages, and nothing of a way to help', async () => {
    const answer = await site.app.request('/sitemap.xml')
    expect(answer.headers.get('content-type')).toMatch(/^application\/xml/)
    const listed = [...(await answer.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address)
    const expected = pages.filter(
      (path) => ['/', '/learn', '/support', '/about'].includes(path) || /^\/learn\//.test(path),
    )
    expect(listed.toSorted()).toEqual(
      expected
        .flatMap((path) => [path, inSpanish(path)])
        .map((path) => `https://help.example.org${path}`)
        .toSorted(),
    )
    expect(listed.join('\n')).not.toMatch(/check|report|exit|set-up|leaving/)
  })

  it('names each page in both languages', async () => {
    const text = await textAt('/sitemap.xml')
    const entry = text.split('\n').find((line) => line.includes('<loc>https://help.example.org/es/learn/signs</loc>'))
    expect(entry).toContain('hreflang="en" href="https://help.example.org/learn/signs"')
    expect(entry).toContain('hreflang="es" href="https://help.example.org/es/learn/signs"')
  })

  it('does not exist without an address of its own, and robots.txt then names none', async () => {
    const local = await testApp(undefined, undefined, { origin: undefined })
    expect((await local.app.request('/sitemap.xml')).status).toBe(404)
    expect(await textAt('/robots.txt', local)).not.toContain('Sitemap')
  })
})

describe('robots.txt', () => {
  it('keeps the steps to help out of search, in both languages, and names the site map', async () => {
    const text = await textAt('/robots.txt')
    for (const path of ['/check', '/es/check', '/report', '/es/report', '/set-up', '/exit'])
      expect(text).toContain(`Disallow: ${path}\n`)
    expect(text).toContain('\nSitemap: https://help.example.org/sitemap.xml\n')
  })
})

describe('what search engines may list', () => {
  it('is exactly what the site map lists; such a page describes itself and names its other language', async () => {
    const map = await textAt('/sitemap.xml')
    for (const path of inBoth) {
      const text = await textAt(path)
      const listed = map.includes(`<loc>https://help.example.org${path}</loc>`)
      expect([path, text.includes('<meta name="robots" content="noindex"')]).toEqual([path, !listed])
      expect([path, text.match(/<link rel="alternate" hreflang/g)?.length ?? 0]).toEqual([path, listed ? 2 : 0])
      expect([path, /<meta name="description" content="[^"]{10,}"/.test(text)]).toEqual([path, listed])
    }
  })

  it('is no page of a fault', async () => {
    expect(await textAt('/nothing-here')).toContain('<meta name="robots" content="noindex"')
  })

  it('names the true words of a page, so that it is found', async () => {
    const { summary } = content.pages.en.get('what-it-is') ?? { summary: '?' }
    expect(await textAt('/learn/what-it-is')).toContain(
      `name="description" content="${summary.replaceAll("'", '&#39;')}"`,
    )
  })
})

describe('the card of a shared link', () => {
  it.each([...inBoth, '/nothing-here'])('%s has neutral words only, no picture and no address', async (path) => {
    const card = cardOf(await textAt(path))
    expect(Object.keys(card).toSorted()).toEqual([
      'og:description',
      'og:site_name',
      'og:title',
      'og:type',
      'twitter:card',
    ])
    const shown = Object.values(card).join('\n')
    expect(shown).not.toMatch(/sex|abus|exploit|traffick|victim|danger|explot|\btrata|víctima|peligr|https?:/i)
    expect(card['og:title']).not.toBe('')
  })

  it('says what a page is about where that is neutral, and else the neutral sentence', async () => {
    const neutral = content.messages.en['share.neutral']
    expect(cardOf(await textAt('/learn/signs'))['og:description']).toBe(content.pages.en.get('signs')?.summary)
    for (const path of ['/', '/check', '/report', '/learn/what-it-is'])
      expect([path, cardOf(await textAt(path))['og:description']]).toEqual([path, neutral])
  })

  it('shows nothing of what was answered', async () => {
    const { app } = site
    const answers = posted({ state: 'TX', danger: 'yes' })
    const card = cardOf(await (await app.request('/report/whom-to-call', answers)).text())
    expect(Object.values(card).join(' ')).not.toContain('Texas')
  })
})

describe('a form of a copy of the site', () => {
  const fromCopy = posted({ state: 'TX' }, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://copy.example.net' })

  it('is refused, like that of any other site, where no copy was named', async () => {
    expect((await site.app.request('/report/whom-to-call', fromCopy)).status).toBe(403)
  })

  it('is taken from a copy that was named, and from no other', async () => {
    const { app } = await testApp(undefined, undefined, { copies: ['https://copy.example.net'] })
    expect((await app.request('/report/whom-to-call', fromCopy)).status).toBe(200)
    for (const Origin of ['https://copy.example.net.evil.example', 'http://copy.example.net', 'null'])
      expect(
        (await app.request('/report/whom-to-call', posted({ state: 'TX' }, { 'Sec-Fetch-Site': 'cross-site', Origin })))
          .status,
      ).toBe(403)
  })
})

describe('FOOTBRIDGE_PUBLIC_COPIES', () => {
  it('is a list of origins, empty where it is not set', () => {
    const read = (given: string) => readSettings({ FOOTBRIDGE_PUBLIC_COPIES: given }).copies
    expect(readSettings({}).copies).toEqual([])
    expect(read('https://a.example.org/, https://b.example.org')).toEqual([
      'https://a.example.org',
      'https://b.example.org',
    ])
    expect(() => read('*')).toThrow('FOOTBRIDGE_PUBLIC_COPIES must be a whole address')
  })
})

describe('the pages of places', () => {
  it('are in copies only: in the service a place is an answer, and an answer is never in an address', async () => {
    expect((await site.app.request('/report/places')).status).toBe(404)
    expect((await site.app.request('/report/places/TX')).status).toBe(404)
  })
})
