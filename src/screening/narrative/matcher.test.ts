import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Place, slowMatch } from '../../../tests/oracle/slow-match.ts'
import { buildAutomaton } from './automaton.ts'
import { matchSize } from './match-list.ts'
import { Matcher } from './matcher.ts'
import type { Pattern } from './pattern.ts'

const quick = (patterns: readonly Pattern[], text: string): readonly Place[] => {
  const matcher = new Matcher(buildAutomaton(patterns))
  // What an earlier text leaves behind must not matter.
  matcher.match(`${text} a b c ran away . ${text}`)
  const { numbers, count } = matcher.match(text)
  return Array.from({ length: count }, (_, at) => {
    const [pattern = 0, , , start = 0, end = 0] = numbers.subarray(at * matchSize, (at + 1) * matchSize)
    return { pattern, start, end }
  })
}

const inOrder = (places: readonly Place[]) =>
  [...places].sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern)

// Few words, so that patterns overlap and meet again and again.
const vocabulary = ['ran', 'away', 'phone', 'dr', 'nina', 'no', 'se', 'fue', 'w', 'o', '26']
const element = fc.record({
  gap: fc.integer({ min: 0, max: 4 }),
  words: fc.uniqueArray(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 }),
})
const pattern = fc
  .array(element, { minLength: 1, maxLength: 4 })
  .map((elements): Pattern => elements.map((el, at) => (at === 0 ? { ...el, gap: 0 } : el)))
const piece = fc.constantFrom(
  ...[
    'ran',
    'Away',
    'PHONE',
    'Dr',
    'niña',
    'nin\u0303a',
    'no',
    'se',
    'fue',
    "do'es",
    'w/o',
    '26',
    'other',
    'ñandú',
    'x',
  ],
  ...[' ', '. ', '.', ', ', '\n', '; ', '! ', ' — ', '’', "'", '☐', ' 🙂 ', '"', '…', ': ', ') ', '-'],
)
const text = fc.array(fc.oneof(piece, fc.constant(' ')), { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('the matcher', () => {
  it('finds what the slow oracle finds where everything repeats, in 20,000 random cases', { timeout: 120_000 }, () => {
    const few = fc.record({
      gap: fc.integer({ min: 0, max: 6 }),
      words: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
    })
    const dense = fc
      .array(few, { minLength: 1, maxLength: 4 })
      .map((elements): Pattern => elements.map((el, at) => (at === 0 ? { ...el, gap: 0 } : el)))
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'x', '. b'), { maxLength: 14 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(dense, { minLength: 1, maxLength: 3 }),
        fc.array(line, { minLength: 4, maxLength: 4 }),
        (patterns, texts) => {
          for (const one of texts) expect(inOrder(quick(patterns, one))).toEqual(inOrder(slowMatch(patterns, one)))
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('finds what the slow oracle finds, in 20,000 random cases', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 8 }),
        fc.array(text, { minLength: 4, maxLength: 4 }),
        (patterns, texts) => {
          for (const one of texts) expect(inOrder(quick(patterns, one))).toEqual(inOrder(slowMatch(patterns, one)))
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('reads any text at all as the oracle does', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 })
    const own = fc.constantFrom(...vocabulary)
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(anything, own, fc.constant(' '))),
        (patterns, parts) => {
          const one = parts.join('')
          expect(inOrder(quick(patterns, one))).toEqual(inOrder(slowMatch(patterns, one)))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
