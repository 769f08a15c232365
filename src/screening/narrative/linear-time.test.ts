// A long note takes longer, but only as much longer as it is long: nothing in the engine grows with the square of the text, also
// where a "sentence" never ends and everything in it matches.

import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { home } from '../../../tests/home.ts'
import { type Lexicon, loadLexicon } from '../../knowledge/index.ts'
import { buildScanner } from './scan.ts'

const real = loadLexicon(join(home, 'content/lexicon'))
const triggers = ({ words, entries }: Lexicon['en']): Lexicon['en'] => ({
  words,
  entries: entries.filter((entry) => 'trigger' in entry),
})
const runaway = { id: 'small.runaway', code: 'runaway', why: 'A word for this test.', any: ['awol|ran away'] } as const
const scan = buildScanner({
  en: {
    ...triggers(real.en),
    entries: [...triggers(real.en).entries, { ...runaway, any: [...runaway.any], yes: ['-'], no: [] }],
  },
  es: triggers(real.es),
})

function milliseconds(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now()
    scan(text, { language: 'en' })
    return performance.now() - from
  })
  return Math.min(...times)
}

const mostTimes = 6

/** How many times as long four times the text takes. Other work on the machine can disturb one measurement, hardly three. */
function growth(piece: string, size: number): number {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length))
  let least = Infinity
  for (let attempt = 0; attempt < 3 && least > mostTimes; attempt++)
    least = Math.min(least, milliseconds(text(4 * size)) / milliseconds(text(size)))
  return least
}

describe('the time that scanning takes', () => {
  it.each([
    ['prose', 'The staff saw her at the park and she came home late. ', 1e6],
    ['findings with their context', 'Denies drugs but she ran away with her friend in 2021. ', 2.5e5],
    ['one sentence without an end', 'denies awol and mom says she ran away - if not, ', 1e5],
    ['headings on one line', 'Plan: awol; ', 2.5e5],
  ])('grows no faster than the text: %s', { timeout: 120_000 }, (_, piece, size) => {
    expect(growth(piece, size)).toBeLessThanOrEqual(mostTimes)
  })
})
