import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { content, contentFolder, directory, wordingIn } from '../../tests/home.ts'
import { indicatorCodes, languages, type Language } from '../knowledge/index.ts'
import { composeSheet, longest, route, sheetPdf, sheetText, typedFields, typedFrom, type Typed } from './index.ts'

const template = join(contentFolder, 'documents', 'report-sheet.typ')
const nothing = typedFrom(() => '')

const sheetOf = (language: Language, typed: Partial<Typed>, noticed: readonly string[] = [], place = true) =>
  composeSheet(
    {
      language,
      noticed,
      typed: { ...nothing, ...typed },
      route: place
        ? route({ jurisdiction: 'TX', situations: ['trafficking'], audience: 'public' }, directory, wordingIn(language))
        : null,
    },
    wordingIn(language).say,
  )

const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const pagesOf = (pdf: Uint8Array): number => Number(/\/Type\s*\/Pages[^>]*\/Count (\d+)/.exec(text(pdf))?.[1])

describe('composeSheet', () => {
  it('holds what was typed, what was noticed, whom to call and what they will ask', () => {
    const sheet = sheetOf('en', { what: ' She said "he waits" ', when: 'Monday', where: '' }, ['Sleeps in class'])
    expect(sheet.parts.map((part) => part.text)).toEqual(['', 'She said "he waits"', 'Monday'])
    expect(sheet.noticed).toEqual(['Sleeps in class'])
    expect(sheet.calls[0]?.phones[0]).toContain('1-800-252-5400')
    expect(sheet.asks).toHaveLength(8)
  })

  it('leaves out what was not typed, but for the three things that every line asks first', () => {
    const headings = sheetOf('en', { vehicle: 'Plate ABC 123, Texas' }).parts.map(({ heading }) => heading)
    expect(headings).toEqual(['Where the child is now', 'What I saw, heard or was told', 'When it happened', 'Car'])
  })
})

describe('sheetText', () => {
  it('holds everything that was typed and noticed, whom to call and lines to write on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...typedFields), fc.stringMatching(/^[A-Za-zñé ]{1,40}$/), (field, typed) => {
        const text = sheetText(sheetOf('es', { [field]: typed }, ['Duerme en clase']))
        expect(text).toContain(typed.trim())
        expect(text).toContain('- Duerme en clase')
        expect(text).toContain('1-800-252-5400')
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
    )
  })
})

describe('sheetPdf', () => {
  it.each(languages)('is one page of tagged PDF/UA in %s', (language) => {
    const names = indicatorCodes.slice(0, 6).map((code) => content.explanations[language][code].name)
    const pdf = sheetPdf(
      sheetOf(language, { what: 'One sentence. '.repeat(20), when: 'May', where: 'School' }, names),
      template,
    )
    expect(text(pdf).startsWith('%PDF-')).toBe(true)
    expect(text(pdf)).toMatch(/pdfuaid/)
    expect(text(pdf)).toMatch(/\/Marked true/)
    expect(text(pdf)).toContain(`/Lang (${language})`)
    expect(pagesOf(pdf)).toBe(1)
  })

  it('is one page when empty, and whole when every field is full', () => {
    expect(pagesOf(sheetPdf(sheetOf('es', nothing, [], false), template))).toBe(1)
    const full = typedFrom((field) => 'palabras '.repeat(250).slice(0, longest[field]))
    const all = indicatorCodes.map((code) => content.explanations.es[code].name)
    const pages = pagesOf(sheetPdf(sheetOf('es', full, all), template))
    expect(pages).toBeGreaterThan(1)
    expect(pages).toBeLessThanOrEqual(6)
  })

  it('shows every character that it does not box, and says so where it boxed one', () => {
    const wide = 'ÁÉÍÓÚÜÑáéíóúüñ¿¡ Nguyễn Thị Ánh Łódź Ωμέγα Привет “x” – € …'
    expect(() => sheetPdf(sheetOf('es', { ...nothing, what: wide }), template)).not.toThrow()
    const plain = sheetPdf(sheetOf('en', { ...nothing, what: 'x' }), template)
    const boxed = sheetPdf(sheetOf('en', { ...nothing, what: '妹妹 🙂' }), template)
    expect(boxed.length).toBeGreaterThan(plain.length)
  })

  it('takes any text as text, never as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (what) => {
        expect(
          pagesOf(sheetPdf(sheetOf('en', { ...nothing, what: `${what}#panic() $x *b* @y <z>` }), template)),
        ).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })
})
