// Posters and hand-outs as a visitor finds them: the list, the pages, the PDFs.

import { beforeAll, describe, expect, it } from 'vitest'

import { handoutNames, languages } from '../../src/knowledge/index.ts'
import { aWeekday, content, directoryOf } from '../home.ts'
import { pdfPages, pdfText } from '../pdf-text.ts'
import { testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const all = languages.flatMap((language) => handoutNames.map((name) => [language, name] as const))
const addressOf = (language: string, name: string): string =>
  `${language === 'en' ? '' : `/${language}`}/learn/handouts${name === '' ? '' : `/${name}`}`
const textOf = async (address: string): Promise<string> =>
  (await (await site.app.request(address)).text()).replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('the list of hand-outs', () => {
  it.each(languages)('says in %s what each is for, and leads to its page and its PDF', async (language) => {
    const text = await textOf(addressOf(language, ''))
    for (const name of handoutNames) {
      expect(text).toContain(content.handouts[language][name].summary)
      expect(text).toContain(`href="${addressOf(language, name)}"`)
      expect(text).toContain(`href="${addressOf(language, `${name}.pdf`)}"`)
    }
  })

  it('is found from Learn', async () => {
    expect(await textOf('/es/learn')).toContain('href="/es/learn/handouts"')
  })
})

describe('the page of a hand-out', () => {
  it.each(all)('in %s, %s has its words, numbers to touch, and where it comes from', async (language, name) => {
    const { title, sections, sources } = content.handouts[language][name]
    const text = await textOf(addressOf(language, name))
    expect(text).toContain(`<h1>${title}</h1>`)
    for (const { lines } of sections) for (const { text: line } of lines) expect(text).toContain(line)
    expect(text).toContain('href="tel:911"')
    for (const source of sources) expect(text).toContain(source.name)
  })
})

describe('the PDF of a hand-out', () => {
  it.each(all)('in %s, %s is one page under a neutral name, kept by nobody', async (language, name) => {
    const answer = await site.app.request(addressOf(language, `${name}.pdf`))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-language')).toBe(language)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="(poster|page|cartel|hoja)\.pdf"$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const pdf = new Uint8Array(await answer.arrayBuffer())
    expect(pdfPages(pdf)).toBe(1)
    expect(pdfText(pdf)).toContain(content.handouts[language][name].title)
  })

  it('is made once: the second answer is the same file, at once', async () => {
    const [first, second] = [await bytes(), await bytes()]
    expect(second.equals(first)).toBe(true)
    expect(first.length).toBeGreaterThan(10_000)
  })

  it('is made anew when the call that it tells of is 90 days old', async () => {
    const called = [{ number: '1-888-373-7888', on: '2026-11-20', answered: 'right' as const }]
    let now = aWeekday
    const own = { directory: directoryOf({ profile: null, called }), clock: () => now }
    const { app } = await testApp(undefined, undefined, own)
    const words = async () =>
      pdfText(new Uint8Array(await (await app.request('/learn/handouts/what-to-say.pdf')).arrayBuffer()))
    expect(await words()).toContain('Called by this center on November 20, 2026.')
    now = aWeekday.add({ hours: 24 * 90 })
    expect(await words()).toContain('Not called by this center in the last 90 days.')
  })
})

const bytes = async (): Promise<Buffer> =>
  Buffer.from(await (await site.app.request('/learn/handouts/for-parents.pdf')).arrayBuffer())
