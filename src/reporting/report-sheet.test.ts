import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { content, contentFolder, directory, wordingIn } from '../../tests/home.ts'
import { indicatorCodes, languages, type Language } from '../knowledge/index.ts'
import { composeSheet, longest, route, sheetPdf, type Typed } from './index.ts'

const template = join(contentFolder, 'documents', 'report-sheet.typ')
const nothing: Typed = { what: '', when: '', where: '' }

const sheetOf = (language: Language, typed: Typed, noticed: readonly string[] = [], place = true) =>
  composeSheet(
    {
      language,
      noticed,
      typed,
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
    expect(sheet.parts.map((part) => part.text)).toEqual(['She said "he waits"', 'Monday', ''])
    expect(sheet.noticed).toEqual(['Sleeps in class'])
    expect(sheet.calls[0]?.phones[0]).toContain('1-800-252-5400')
    expect(sheet.asks).toHaveLength(8)
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

  it('is one page when empty, and at most two when every field is full', () => {
    expect(pagesOf(sheetPdf(sheetOf('es', nothing, [], false), template))).toBe(1)
    const full = {
      what: 'palabras '.repeat(200).slice(0, longest.what),
      when: 'w '.repeat(150),
      where: 'w '.repeat(150),
    }
    const all = indicatorCodes.map((code) => content.explanations.es[code].name)
    expect(pagesOf(sheetPdf(sheetOf('es', full, all.slice(0, 20)), template))).toBeLessThanOrEqual(2)
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
