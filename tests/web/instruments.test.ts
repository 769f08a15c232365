// The instruments as staff use them, without script: the list, each definition, the numbers for 100 children, and what is
// refused. No page names a chance for one child, and nothing from memory is shown without saying so.

import { beforeAll, describe, expect, it } from 'vitest'

import { instrumentIds, languages, type InstrumentId } from '../../src/knowledge/index.ts'
import { content } from '../home.ts'
import { posted, testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const plain = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')

async function get(path: string, from = site) {
  const answer = await from.app.request(path)
  return { status: answer.status, text: plain(await answer.text()), headers: answer.headers }
}

async function post(path: string, fields: Record<string, string>, from = site) {
  const answer = await from.app.request(path, posted(fields))
  return { status: answer.status, text: plain(await answer.text()), headers: answer.headers }
}

const prefix = (language: string): string => (language === 'en' ? '' : `/${language}`)
const at = (id: InstrumentId, rest = ''): string => `/staff/instruments/${id}${rest}`
const everyPage = languages.flatMap((language) =>
  ['/staff/instruments', ...instrumentIds.flatMap((id) => [at(id), at(id, '/use')])].map(
    (path) => [`${prefix(language)}${path}`, language] as const,
  ),
)

/** A screening at an advocacy center by an advocate, of a child of 14. */
const about = { date: '2026-11-20', by: 'advocate', age: '14', setting: 'advocacy-center', screener: 'trained-staff', 'given-in': 'en' } // prettier-ignore
const byDoctor = { ...about, screener: 'medical-provider' }
const noes = { q1: 'no', q2: 'no', q3: 'no', q4: 'no', q5: 'no', q6: 'no' }

describe('every page', () => {
  it.each(everyPage)(
    '%s answers by itself, is kept by nobody and found by no search engine',
    async (path, language) => {
      const { status, text, headers } = await get(path)
      expect(status).toBe(200)
      expect(text).toContain(`<html lang="${language}">`)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(text).toContain('<meta name="robots" content="noindex"/>')
      expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|instrument\.[a-z]/)
      expect(text.match(/<h1>/g)).toHaveLength(1)
      expect(text).toMatch(/href="\/assets\/staff\.[0-9a-f]+\.css"/)
      expect(text).not.toMatch(/<title>[^<]*(exploit|traffick|trata|explota)/i)
    },
  )

  it('is no part of what is public: not in robots, and no public page has its style sheet', async () => {
    expect((await get('/robots.txt')).text).toContain('Disallow: /staff')
    expect((await get('/check')).text).not.toContain('staff.')
  })
})

describe('the list', () => {
  it('says of each what it is, for which ages, its licence, and whether it is scored here', async () => {
    const { text } = await get('/staff/instruments')
    for (const id of instrumentIds) {
      const { instrument } = content.instruments[id]
      for (const part of [`href="${at(id)}"`, instrument.purpose.en, instrument.licence.text.en])
        expect(text).toContain(part)
    }
    expect(text.match(/Record only: nothing is scored here/g)).toHaveLength(5)
    expect(text.match(/The wording is missing/g)).toHaveLength(3)
    expect(text).toContain('such as WISER, are not here')
  })
})

describe('a definition', () => {
  it.each(instrumentIds)('of %s shows every fact with how far it is to be trusted', async (id) => {
    const { instrument } = content.instruments[id]
    const { text } = await get(at(id))
    for (const { value } of instrument.accuracy.flatMap((row) => [row.sensitivity, row.specificity]))
      expect(text).toMatch(new RegExp(`${String(value)} %( \\([^)]*\\))?: (read|not checked|worked out)`))
    for (const { text: finding, confidence } of instrument.findings) {
      const rest = text.slice(text.indexOf(finding.en) + finding.en.length).slice(0, 300)
      expect(rest).toContain(content.messages.en[`instrument.confidence.${confidence}`])
    }
    for (const { name } of Object.values(instrument.sources)) expect(text).toContain(name)
  })

  it.each(['sscst', 'qyit', 'raft'] as const)('of %s says that its concepts are from memory', async (id) => {
    expect((await get(at(id))).text).toContain('In our words and from memory. We have not checked them')
    expect((await get(at(id, '/use'))).text).toContain('It is not the form. Ask with your own copy')
  })

  it('of the CSE-IT marks its bands as not checked', async () => {
    expect((await get(at('cse-it'))).text).toMatch(
      /0 to 3, 4 to 8, 9 to 23\) are from memory.*?\(not checked: from memory\)/,
    )
  })
})

describe('the numbers for 100 children', () => {
  it.each([
    ['', '6.3', ['45.1', '5.3', '39.8', '1.0', '11.8 %', '98.2 %']],
    ['?prevalence=2', '2', ['43.3', '1.7', '41.7', '0.3', '3.9 %', '99.5 %']],
    ['?prevalence=11,1', '11.1', ['47.2', '9.4', '37.8', '1.7', '19.9 %', '96.7 %']],
    ['?prevalence=20%25', '20', ['50.9', '16.9', '34.0', '3.1', '33.2 %', '93.7 %']],
  ])('with "%s" are those of the published accuracy', async (query, prevalence, numbers) => {
    const { status, text } = await get(`${at('sscst')}${query}`)
    expect(status).toBe(200)
    expect(text).toContain(`where ${prevalence} of 100 are trafficked`)
    const cells = [...text.matchAll(/--numeric">([^<]*)</g)].map(([, cell]) => cell)
    expect(cells).toEqual(numbers)
    expect(text).toContain('They are not the chance for one person')
  })

  it.each(['abc', '101', '-1', '1e2', '<script>'])('ask again for "%s"', async (given) => {
    const { status, text } = await get(`${at('sscst')}?prevalence=${encodeURIComponent(given)}`)
    expect(status).toBe(400)
    expect(text).toContain('<a href="#prevalence">Give a number from 0 to 100')
    expect(text).not.toContain('<script>')
  })

  it('are not there where no accuracy was published', async () => {
    expect((await get(at('cse-it'))).text).not.toContain('id="hundred"')
  })
})

describe('a screening', () => {
  const screen = (fields: Record<string, string>, id: InstrumentId = 'sscst', path = '') =>
    post(`${path}${at(id, '/use')}`, fields)

  it('asks for what is missing, and keeps what was typed', async () => {
    const { status, text } = await screen({ q1: 'yes', by: '"><script>' })
    expect(status).toBe(400)
    for (const name of ['date', 'age', 'setting', 'given-in', 'screener']) expect(text).toContain(`<a href="#${name}">`)
    expect(text).toMatch(/name="q1" type="radio" value="yes" checked/)
    expect(text).not.toContain('<script>')
  })

  it.each([
    [{ date: '2026-11-27' }, 'still to come'],
    [{ date: '2026-02-30' }, 'Give the day'],
    [{ age: '14.5' }, 'whole years'],
    [{ age: '400' }, 'whole years'],
    [{ by: 'x'.repeat(300) }, 'at most 200 letters'],
    [{ setting: '__proto__' }, 'Choose where it was given'],
  ])('asks again for %j', async (wrong, sentence) => {
    const { status, text } = await screen({ ...about, ...noes, ...wrong })
    expect([status, text.includes(sentence)]).toEqual([400, true])
  })

  it('refuses a health question that was not asked by a medical provider', async () => {
    const { status, text } = await screen({ ...about, q5: 'no' })
    expect(status).toBe(400)
    expect(text).toContain('<a href="#q5">Question 5 is for a medical provider only')
  })

  it.each([
    [{ ...byDoctor, ...noes }, 'Total: 0 of 6. Below the cut-off: negative.', 'Go by what you saw and heard'],
    [{ ...byDoctor, ...noes, q1: 'yes' }, 'Total: 1 of 6. Below the cut-off', 'Go by what you saw and heard'],
    [
      { ...byDoctor, ...noes, q1: 'yes', q6: 'yes' },
      'Total: 2 of 6. At or above the cut-off: positive.',
      'Tell your team today',
    ],
  ])('gives total, band and next step for %j', async (fields, result, step) => {
    const { status, text } = await screen(fields)
    expect(status).toBe(200)
    expect(text).toContain(result)
    expect(text).toContain(step)
    for (const told of [
      'A positive result does not mean',
      'November 20, 2026',
      'advocate (a medical provider)',
      'Each yes counts 1. The cut-off is 2.',
      'where 6.3 of 100 are trafficked',
      'This result holds only if you asked with your own copy',
      'If the child tells you about harm, stop here',
      'href="/report"',
    ])
      // prettier-ignore
      expect(text).toContain(told)
    expect(text).not.toMatch(/probab|likel|chance (of|that)/i)
  })

  it('takes a question that was not asked for no answer, never for a no', async () => {
    const { text } = await screen({ ...about, q1: 'yes', q2: 'no', q3: 'no', q4: 'no' })
    expect(text).toContain('No total, as answers are missing.')
    expect(text).not.toMatch(/Total: \d|negative\.</)
    expect(text).toContain('5. Has had an infection')
    expect(text).not.toContain('Save as a file')
  })

  it('says when what was answered already reaches the cut-off', async () => {
    const { text } = await screen({ ...about, q1: 'yes', q2: 'yes' })
    expect(text).toContain('the answers so far reach the cut-off')
    expect(text).toContain('Tell your team today')
  })

  it.each<[InstrumentId, Record<string, string>, string]>([
    ['sscst', { age: '10' }, 'The age. It was tested for ages: 11 to 17.'],
    ['sscst', { age: '18' }, 'The age. It was tested for ages: 11 to 17.'],
    ['sscst', { setting: 'child-welfare' }, 'The place. It was tested at: emergency department'],
    ['sscst', { 'given-in': 'es' }, 'The language. It was tested in: English: '],
    ['sscst', { 'given-in': 'other' }, 'The language.'],
    ['sscst', { screener: 'self' }, 'Who asks.'],
    ['qyit', { age: '17', setting: 'homeless-services' }, 'The age. It was tested for ages: 18 to 22.'],
    ['raft', { age: '17', setting: 'emergency-department' }, 'The age. It was tested for ages: 18 and older.'],
  ])('gives no total and no band outside of what the %s was tested for: %j', async (id, change, reason) => {
    const answers = Object.fromEntries(
      content.instruments[id].instrument.items.slice(0, 4).map((one) => [one.linkId, 'yes']),
    )
    const { status, text } = await screen({ ...about, ...answers, ...change }, id)
    expect(status).toBe(200)
    expect(text).toContain('Not validated for this child')
    expect(text).toContain(reason)
    expect(text).not.toMatch(/Total: \d|cut-off|--numeric|Save as a file/)
    const file = await post(at(id, '.json'), { ...about, ...answers, ...change })
    expect(file.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('takes Spanish where it was tested in Spanish', async () => {
    const { text } = await screen({ ...byDoctor, ...noes, setting: 'emergency-department', 'given-in': 'es' })
    expect(text).toContain('Total: 0 of 6')
    expect(text).toContain('where 13.2 of 100')
  })

  it('of adults is scored by one yes', async () => {
    const adult = { ...about, age: '19', setting: 'homeless-services', q1: 'no', q2: 'no', q3: 'yes', q4: 'no' }
    const { text } = await screen(adult, 'qyit')
    expect(text).toContain('Total: 1 of 1. At or above the cut-off: positive.')
    expect(text).toContain('We have not read in which languages it was tested.')
  })

  it('is shown in Spanish, and changes language with all answers and none in an address', async () => {
    const { text } = await screen({ ...byDoctor, ...noes, q1: 'yes', q2: 'yes' }, 'sscst', '/es')
    expect(text).toContain('Total: 2 de 6. En el punto de corte o más: positivo.')
    expect(text).toMatch(
      /<form class="fb-language" method="post" action="\/staff\/instruments\/sscst\/use"[^>]*>.*?name="q1" value="yes"/,
    )
    expect(text).not.toMatch(/href="[^"]*2026-11-20/)
  })

  it('comes back whole to change an answer', async () => {
    const { status, text } = await screen({ ...byDoctor, ...noes, q2: 'yes', again: 'yes' })
    expect(status).toBe(200)
    expect(text).toMatch(/name="q2" type="radio" value="yes" checked/)
    expect(text).toContain('value="2026-11-20"')
  })
})
