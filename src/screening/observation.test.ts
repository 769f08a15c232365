// From a finding that a person confirmed to an observation; and what counts for the next step.

import { describe, expect, it } from 'vitest'

import { isActionable, observationOf, type Finding } from './index.ts'

const note = 'Cl left the GH w/o permission again.'

const finding = (changes: Partial<Finding> = {}): Finding => ({
  code: 'runaway',
  assertion: 'affirmed',
  temporality: 'current',
  experiencer: 'child',
  because: 'default',
  start: 3,
  end: 29,
  text: 'left the GH w/o permission',
  rule: 'en/runaway.without-leave',
  ...changes,
})

describe('an observation of a confirmed finding', () => {
  it('holds the indicator, its status and the words of the note with the rule that found them', () => {
    expect(observationOf(finding({ temporality: 'historical' }), note)).toEqual({
      indicator: 'runaway',
      assertion: 'affirmed',
      temporality: 'historical',
      experiencer: 'child',
      source: 'narrative',
      evidence: { start: 3, end: 29, text: 'left the GH w/o permission', rule: 'en/runaway.without-leave' },
    })
  })

  it('takes the words from the note itself', () => {
    expect(observationOf(finding({ text: 'something else' }), note).evidence).toMatchObject({
      text: 'left the GH w/o permission',
    })
  })

  it.each([
    { start: -1, end: 4 },
    { start: 5, end: 5 },
    { start: 3, end: 99 },
  ])('refuses a span that is not in the note: %j', (span) => {
    expect(() => observationOf(finding(span), note)).toThrow(RangeError)
  })
})

describe('what counts for the next step', () => {
  it('is said of the child, not denied and not merely imagined', () => {
    expect(isActionable(finding())).toBe(true)
    expect(isActionable(finding({ temporality: 'historical', assertion: 'possible' }))).toBe(true)
    expect(isActionable(finding({ assertion: 'negated' }))).toBe(false)
    expect(isActionable(finding({ temporality: 'hypothetical' }))).toBe(false)
    expect(isActionable(finding({ experiencer: 'other' }))).toBe(false)
  })
})
