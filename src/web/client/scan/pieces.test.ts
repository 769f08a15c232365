// Cutting a note at its findings: nothing of the text is lost, and shared words belong to each finding.

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { piecesOf } from './pieces.ts'

it('cuts where findings begin and end', () => {
  expect(piecesOf('she ran again', [{ start: 4, end: 7 }])).toEqual([
    { text: 'she ', covering: [], ending: [] },
    { text: 'ran', covering: [0], ending: [0] },
    { text: ' again', covering: [], ending: [] },
  ])
})

it('gives shared words to each of the findings', () => {
  const pieces = piecesOf('abcdef', [
    { start: 0, end: 4 },
    { start: 2, end: 6 },
  ])
  expect(pieces.map(({ text, covering, ending }) => [text, covering, ending])).toEqual([
    ['ab', [0], []],
    ['cd', [0, 1], [0]],
    ['ef', [1], [1]],
  ])
})

it('loses nothing: the pieces are the text, and those of a finding are its words', () => {
  const span = (length: number) =>
    fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
  const notes = fc
    .string({ minLength: 1, maxLength: 40 })
    .chain((text) => fc.tuple(fc.constant(text), fc.array(span(text.length), { maxLength: 6 })))
  fc.assert(
    fc.property(notes, ([text, spans]) => {
      const pieces = piecesOf(text, spans)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      spans.forEach(({ start, end }, place) => {
        const own = pieces.filter(({ covering }) => covering.includes(place)).map((piece) => piece.text)
        expect(own.join('')).toBe(text.slice(start, end))
        expect(pieces.filter(({ ending }) => ending.includes(place))).toHaveLength(1)
      })
    }),
  )
})
