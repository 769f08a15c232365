// Numbers and words of status: every finding is there, in the order of the text, and each that does not count has a reason.

import { describe, expect, it } from 'vitest'

import type { Explained } from './messages.ts'
import { numbered, shortStatus, whyNot } from './numbered.ts'

const finding = (changes: Partial<Explained> = {}): Explained => ({
  code: 'runaway',
  assertion: 'affirmed',
  temporality: 'current',
  experiencer: 'child',
  because: 'default',
  start: 0,
  end: 3,
  text: 'ran',
  rule: 'en/runaway.ran',
  why: 'Leaving home without leave is the sign itself.',
  ...changes,
})

describe('numbers', () => {
  it('follow the text, and nothing is left out', () => {
    const all = numbered([finding({ start: 9, end: 12 }), finding({ assertion: 'negated' })])
    expect(all.map(({ number, start, counts }) => [number, start, counts])).toEqual([
      [1, 0, false],
      [2, 9, true],
    ])
  })
})

describe('the words of a mark', () => {
  it('say what is special, or that it is stated', () => {
    expect(shortStatus(finding())).toEqual(['affirmed'])
    expect(shortStatus(finding({ assertion: 'negated', experiencer: 'other' }))).toEqual(['negated', 'other'])
  })
})

describe('what does not count', () => {
  const all = (['affirmed', 'negated', 'possible'] as const).flatMap((assertion) =>
    (['current', 'historical', 'hypothetical'] as const).flatMap((temporality) =>
      (['child', 'other'] as const).map((experiencer) => finding({ assertion, temporality, experiencer })),
    ),
  )
  it.each(all)('has a reason, and what may count has none: %j', (one) => {
    const [only] = numbered([one])
    expect(whyNot(one).length === 0).toBe(only?.counts)
  })
})
