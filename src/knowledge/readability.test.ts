import { describe, expect, it } from 'vitest'

import { countReading, fernandezHuertaEase, fleschKincaidGrade, plainText, spanishSyllables } from './index.ts'

describe('spanishSyllables', () => {
  it.each([
    ['niña', 2],
    ['ayuda', 3],
    ['policía', 4],
    ['guerra', 2],
    ['quien', 1],
    ['día', 2],
    ['ciudad', 2],
    ['aeropuerto', 5],
    ['muy', 1],
    ['hay', 1],
    ['país', 2],
    ['explotación', 4],
    ['y', 1],
  ])('counts %s as %i', (word, count) => {
    expect(spanishSyllables(word)).toBe(count)
  })
})

describe('reading formulas', () => {
  it('counts words, sentences and syllables', () => {
    expect(countReading('The cat sat. The dog ran away!', 'en')).toEqual({ words: 7, sentences: 2, syllables: 8 })
  })

  it('gives a simple English text a low grade and a hard one a high grade', () => {
    expect(fleschKincaidGrade('The cat sat on the mat. It was warm.')).toBeLessThan(1)
    expect(
      fleschKincaidGrade('Multidisciplinary collaboration necessitates comprehensive institutional accountability.'),
    ).toBeGreaterThan(15)
  })

  it('gives a simple Spanish text a high ease and a hard one a low ease', () => {
    expect(fernandezHuertaEase('El niño come pan. Su casa es azul.')).toBeGreaterThan(85)
    expect(
      fernandezHuertaEase(
        'La institucionalización multidisciplinaria requiere responsabilidades extraordinariamente complejas.',
      ),
    ).toBeLessThan(20)
  })

  it('reads a heading and a list item as sentences of their own', () => {
    expect(countReading(plainText('## A title\n\n- one thing\n- [two](/x) things\n'), 'en').sentences).toBe(3)
  })
})
