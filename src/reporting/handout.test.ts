import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { aWeekday, content, contentFolder, directory, directoryOf, emptyProfile, wordingIn } from '../../tests/home.ts'
import { pdfPages, pdfText } from '../../tests/pdf-text.ts'
import { handoutNames, languages, noCenter, type Center, type HandoutName, type Language } from '../knowledge/index.ts'
import { composeHandout, handoutPdf, type ComposedHandout } from './index.ts'

const folder = join(contentFolder, 'documents')

const compose = (name: HandoutName, language: Language = 'en', center: Center = noCenter): ComposedHandout =>
  composeHandout(
    {
      handout: content.handouts[language][name],
      language,
      directory: directoryOf(center),
      center,
      now: aWeekday,
    },
    wordingIn(language).say,
  )

const calling = (...called: Center['called']): Center => ({ profile: null, called })

const profile = (name: string): Center => ({
  profile: { ...emptyProfile(name), phone: '555-010-0199' },
  called: [],
})

const all = languages.flatMap((language) => handoutNames.map((name) => [language, name] as const))
const allowed = new Set(
  Object.values(directory.lines).flatMap(({ phones, text }) => [
    ...phones.filter(({ confidence }) => confidence === 'two-sources').map(({ number }) => number),
    ...(text === null ? [] : [text]),
  ]),
)
/** Three digits and more, but for a year. */
const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d(?:[\d-]*\d)?/g) ?? []).filter((number) => number.length > 2 && !/^20\d\d$/.test(number))

describe('composeHandout', () => {
  it('takes numbers from the directory, each with what it is', () => {
    expect(compose('it-is-not-your-fault').calls.map(({ number, ways, name }) => [number, ways, name])).toEqual([
      ['911', [], ''],
      ['988', ['Call or text'], '988 Suicide & Crisis Lifeline'],
      ['1-888-373-7888', ['Text 233733', 'TTY or relay: 711'], 'National Human Trafficking Hotline'],
    ])
  })

  it('gives young children no number but 911', () => {
    for (const language of languages)
      expect(compose('three-grown-ups', language).calls.map(({ number }) => number)).toEqual(['911'])
  })

  it('says that nobody here has called, and when somebody has', () => {
    expect(compose('what-to-say').callsNote).toBe('Checked November 2026; not yet called by this center.')
    expect(compose('three-grown-ups').callsNote).toBe('')
    const called = calling({ number: '1-888-373-7888', on: '2026-11-20', answered: 'right' })
    const { callsNote, calls } = compose('what-to-say', 'en', called)
    expect(callsNote).toBe('')
    expect(calls.map(({ number, note }) => [number, note])).toEqual([
      ['911', ''],
      ['1-800-422-4453', 'Checked November 2026; not yet called by this center.'],
      ['1-888-373-7888', 'Called by this center on November 20, 2026.'],
      ['988', ''],
    ])
  })

  it('leaves out a number that is confirmed by one source only, or that the center found wrong', () => {
    const line = directory.lines['US/childhelp']
    const doubtful = line.phones.map((phone) => ({ ...phone, confidence: 'one-source' as const }))
    const lines = { ...directory.lines, 'US/childhelp': { ...line, phones: doubtful } }
    const handout = content.handouts.en['what-to-say']
    const { say } = wordingIn('en')
    const parts = {
      handout,
      language: 'en' as const,
      center: noCenter,
      now: aWeekday,
      directory: { ...directory, lines },
    }
    expect(composeHandout(parts, say).calls.map(({ number }) => number)).not.toContain('1-800-422-4453')

    const wrong = calling({ number: '(800) 422 4453', on: '2026-11-20', answered: 'wrong' })
    expect(compose('what-to-say', 'en', wrong).calls.map(({ number }) => number)).not.toContain('1-800-422-4453')
  })

  it('judges calls as whom-to-call does: the latest counts, for 90 days, however its number is written', () => {
    const childhelp = (...calls: [string, 'right' | 'wrong'][]) =>
      compose('what-to-say', 'en', calling(...calls.map(([on, answered]) => ({ number: '8004224453', on, answered }))))
        .calls.filter(({ number }) => number === '1-800-422-4453')
        .map(({ note }) => note)
    expect(childhelp(['2026-08-26', 'right'])).toEqual(['Called by this center on August 26, 2026.'])
    expect(childhelp(['2026-08-25', 'right'])).toEqual(['Not called by this center in the last 90 days.'])
    expect(childhelp(['2026-11-01', 'right'], ['2026-11-20', 'right'])[0]).toContain('November 20')
    expect(childhelp(['2026-11-01', 'wrong'], ['2026-11-20', 'right'])[0]).toContain('November 20')
    expect(childhelp(['2026-11-20', 'wrong'], ['2026-11-01', 'right'])).toEqual([])
    expect(childhelp(['2026-11-20', 'wrong'], ['2026-11-20', 'right'])).toEqual([])
  })

  it('names the center where it has said who it is, but not on the sheet of a child', () => {
    expect(compose('for-parents').center).toBeNull()
    expect(compose('for-parents', 'en', profile('River House')).center).toEqual({
      heading: 'Help near you',
      name: 'River House',
      phone: '555-010-0199',
    })
    expect(compose('three-grown-ups', 'en', profile('River House')).center).toBeNull()
  })
})

describe('handoutPdf', () => {
  it.each(all)('in %s, %s is one page of tagged PDF/UA with its title and all its words', (language, name) => {
    const handout = compose(name, language)
    const pdf = handoutPdf(handout, folder)
    const [file, text] = [Buffer.from(pdf).toString('latin1'), pdfText(pdf)]
    expect(file).toMatch(/pdfuaid/)
    expect(file).toMatch(/\/Marked true/)
    expect(file).toContain(`/Lang (${language})`)
    expect(pdfPages(pdf)).toBe(1)
    expect(pdf.length).toBeLessThan(120_000)
    expect(text.startsWith(handout.title)).toBe(true)
    for (const { heading, lines } of handout.sections) {
      expect(text).toContain(heading ?? '')
      for (const { strong, text: rest } of lines) expect(text).toContain(`${strong} ${rest}`.trim())
    }
    for (const { number, what, ways } of handout.calls)
      for (const part of [number, what, ...ways]) expect(text).toContain(part)
    for (const part of [handout.lead, handout.note, handout.callsNote, ...handout.writeOn]) expect(text).toContain(part)
  })

  it.each(all)('in %s, %s holds no number that is not in the directory', (language, name) => {
    const numbers = numbersOf(pdfText(handoutPdf(compose(name, language), folder)))
    expect(numbers.filter((number) => !allowed.has(number))).toEqual([])
    expect(numbers).toContain('911')
  })

  it.each(all)(
    'in %s, %s stays one page with a center of a long name, and takes any name as text',
    (language, name) => {
      const long = `${'Children’s Advocacy Center of Example County '.repeat(3)}#panic() 妹妹`
      const pdf = handoutPdf(compose(name, language, profile(long)), folder)
      expect(pdfPages(pdf)).toBe(1)
      if (name !== 'three-grown-ups') expect(pdfText(pdf)).toContain('#panic() □□ 555-010-0199')
    },
  )
})
