// The scanner's page as a browser gets it: what it says without script, that nothing on it can be sent, the words it brings for
// its script, and its weight.

import { gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, it } from 'vitest'

import { indicatorCodes, languages } from '../../src/knowledge/index.ts'
import { scanWords } from '../../src/web/staff/scan/scan-words.ts'
import { content, wordingIn } from '../home.ts'
import { testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const get = async (path: string) => site.app.request(path)
const plain = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const scanIn = async (language: (typeof languages)[number]): Promise<string> =>
  plain(await (await get(language === 'en' ? '/staff/scan' : '/es/staff/scan')).text())

describe.each(languages)('the page in %s', (language) => {
  const { say } = wordingIn(language)

  it('answers by itself, is kept by nobody and listed by nobody, under a neutral title', async () => {
    const answer = await get(language === 'en' ? '/staff/scan' : '/es/staff/scan')
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain(`<title>${say('scan.title')} – Footbridge</title>`)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|scan\.[a-z]+</)
  })

  it('says without script why it needs one, and leads to the check', async () => {
    const shown = (await scanIn(language)).replaceAll(/<div id="scan" .*<\/main>/gs, '')
    expect(shown).toContain(say('scan.needs-script'))
    expect(shown).toContain(`href="${language === 'en' ? '' : '/es'}/check/work"`)
    expect(shown).not.toContain('<textarea')
    expect(await scanIn(language)).toMatch(/<div id="scan" [^>]*hidden/)
  })

  it('has no form, no inline code and no style: nothing can be sent', async () => {
    const text = await scanIn(language)
    expect(text).not.toMatch(/<form|\sform=|<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+="/)
    expect(text).toMatch(/<textarea[^>]*autocomplete="off"[^>]*spellcheck="false"/)
  })

  it('says before the list, and at the choice itself, that confirming may start the duty to report', async () => {
    const text = await scanIn(language)
    const prefix = language === 'en' ? '' : '/es'
    expect(text.indexOf(say('scan.duty'))).toBeLessThan(text.indexOf('id="scan-counting"'))
    expect(text).toContain(`href="${prefix}/report" target="_blank"`)
    expect(text).toContain(`href="${prefix}/learn/agency-duties" target="_blank"`)
    expect(text).toMatch(/type="radio" value="confirm" autocomplete="off" aria-describedby="scan-duty"/)
  })

  it('brings every word, and each indicator with its name, its evidence and what else it may mean', async () => {
    const text = await scanIn(language)
    for (const word of scanWords) expect(text).toContain(`data-word="${word}">${say(`scan.${word}`)}<`)
    for (const code of indicatorCodes) {
      const { name, may_also_mean } = content.explanations[language][code]
      const kind = content.evidence[code].class
      expect(text).toContain(`data-code="${code}" data-class="${kind}"><dt>${name}</dt><dd>${may_also_mean}</dd>`)
      expect(text).toContain(`data-evidence="${kind}"`)
    }
  })

  it('shows no score, no count and no likelihood', async () => {
    expect(await scanIn(language)).not.toMatch(/score|likely|risk level|probab|puntaje|puntuación|nivel de riesgo|%/i)
  })
})

describe('what the page loads', () => {
  const sizeOf = async (address: string): Promise<number> =>
    gzipSync(Buffer.from(await (await get(address)).arrayBuffer())).length

  const weightOf = async (names: string): Promise<number> => {
    const wanted = new RegExp(`"(/assets/(?:${names})\\.[0-9a-f]+\\.js(?:on)?)"`, 'g')
    const addresses = [...(await scanIn('en')).matchAll(wanted)].map(([, address = '']) => address)
    expect(addresses).toHaveLength(names.split('|').length)
    return (await Promise.all(addresses.map(sizeOf))).reduce((sum, size) => sum + size)
  }

  it('the engine and the script of the page weigh at most 30 kB gz together', async () => {
    expect(await weightOf('scan|scan-worker')).toBeLessThanOrEqual(30_000)
  })

  // The words of the lexicon alone are more than that, however they are packed: see docs/lexicon.md.
  it.todo('the engine, its page script and the lexicon weigh at most 120 kB gz together')

  it('the lexicon weighs at most 440 kB gz', async () => {
    expect(await weightOf('lexicon')).toBeLessThanOrEqual(440_000)
  })

  it('the page itself, in the richer of the two languages, at most 20 kB gz with its style sheets', async () => {
    const text = await scanIn('es')
    const sheets = [...text.matchAll(/rel="stylesheet" href="([^"]*)"/g)].map(([, address = '']) => address)
    expect(sheets).toHaveLength(2)
    const sizes = await Promise.all(sheets.map(sizeOf))
    expect(gzipSync(text).length + sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(20_000)
  })

  it('is of this origin, each file under a name that holds its digest', async () => {
    const lexicon = /data-lexicon="([^"]*)"/.exec(await scanIn('en'))?.[1] ?? ''
    const answer = await get(lexicon)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'")
    expect((await answer.text()).includes('Left early with permission for the dentist')).toBe(false)
  })
})
