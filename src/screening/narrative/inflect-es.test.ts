// Nouns and adjectives, what a verb must have whatever its kind, and what holds for every word. Verb by verb:
// conjugate-es.test.ts.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inflectSpanish } from './inflect-es.ts'

describe('a Spanish noun or adjective', () => {
  it.each([
    ['novio', 'novio novia novios novias'],
    ['niña', 'nina ninas'],
    ['profesor', 'profesor profesora profesores profesoras'],
    ['ladrón', 'ladron ladrona ladrones ladronas'],
    ['canción', 'cancion canciones'],
    ['vez', 'vez veces'],
    ['luz', 'luz luces'],
    ['hotel', 'hotel hoteles'],
    ['padre', 'padre padres'],
    ['joven', 'joven jovenes'],
    ['francés', 'frances francesa franceses francesas'],
    ['español', 'espanol espanola espanoles espanolas'],
    ['rubí', 'rubi rubis rubies'],
    ['rey', 'rey reyes'],
    ['mujer', 'mujer mujeres'],
    ['celular', 'celular celulares'],
    ['mar', 'mar mares'],
    ['constructor', 'constructor constructora constructores constructoras'],
  ])('has exactly its own forms: %s', (noun, forms) => {
    expect([...inflectSpanish(noun)].sort()).toEqual(forms.split(' ').sort())
  })

  it('is not taken for the verb it looks like', () => {
    expect(inflectSpanish('familiar')).not.toContain('familia')
    expect(inflectSpanish('presión')).not.toContain('presiona')
  })
})

describe('a Spanish verb', () => {
  it('is the same with and without its accents, and with -se', () => {
    expect(inflectSpanish('reír')).toEqual(inflectSpanish('reir'))
    expect(inflectSpanish('OÍR')).toEqual(inflectSpanish('oir'))
    expect(new Set(inflectSpanish('acostarse'))).toEqual(new Set(inflectSpanish('acostar')))
    expect(inflectSpanish('acostarse')[0]).toBe('acostarse')
    expect(inflectSpanish('irse')).toContain('fueron')
  })

  it('has its infinitive, gerund and commands with pronouns', () => {
    expect(inflectSpanish('vender')).toEqual(
      expect.arrayContaining(
        'venderla venderlos vendersela vendiendola vendiendosela vendiendome vendele vendansela'.split(' '),
      ),
    )
    expect(inflectSpanish('decir')).toEqual(
      expect.arrayContaining('decirme decirselo diciendole dime decime digame diganme dimelo'.split(' ')),
    )
    expect(inflectSpanish('ir')).toEqual(expect.arrayContaining('irse irnos yendose vete vamonos vayanse'.split(' ')))
    expect(inflectSpanish('callar')).toEqual(expect.arrayContaining('callate callense callemonos'.split(' ')))
  })

  it('has its participle in four forms, and the infinitive as a noun', () => {
    expect(inflectSpanish('golpear')).toEqual(
      expect.arrayContaining('golpeado golpeada golpeados golpeadas'.split(' ')),
    )
    expect(inflectSpanish('deber')).toContain('deberes')
  })

  it('does not borrow from a verb it only ends like', () => {
    expect(inflectSpanish('mandar')).not.toContain('mandi')
    expect(inflectSpanish('comandar')).toContain('comandaron')
    expect(inflectSpanish('presentar')).not.toContain('presiento')
    expect(inflectSpanish('corromper')).toContain('corrompido')
  })

  it('keeps the plain forms where a prefix may be no prefix', () => {
    expect(inflectSpanish('sustentar')).toContain('sustento')
    expect(inflectSpanish('derogar')).toContain('derogo')
  })
})

describe('every Spanish word', () => {
  const start = fc.stringMatching(/^[a-záéíóúüñA-ZÑ]{1,10}$/)
  const word = fc.oneof(
    start,
    fc
      .tuple(start, fc.constantFrom('ar', 'er', 'ir', 'arse', 'irse', 'or', 'ón', 'z', 'o'))
      .map((parts) => parts.join('')),
  )

  it('has forms that are folded, each once, and the base first', () => {
    fc.assert(
      fc.property(word, (any) => {
        const forms = inflectSpanish(any)
        expect(forms.length).toBeGreaterThan(0)
        expect(forms[0]).toBe(inflectSpanish(forms[0] ?? '')[0])
        expect(new Set(forms).size).toBe(forms.length)
        expect(forms.filter((form) => !/^[a-z]+$/.test(form))).toEqual([])
      }),
    )
  })

  it('does not depend on accents or capitals', () => {
    fc.assert(
      fc.property(word, (any) => {
        const forms = inflectSpanish(any)
        expect(inflectSpanish(any.toUpperCase())).toEqual(forms)
        expect(inflectSpanish(forms[0] ?? '')).toEqual(forms)
      }),
    )
  })
})
