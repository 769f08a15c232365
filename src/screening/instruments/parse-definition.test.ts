import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { parseScoringDefinition } from './parse-definition.ts'

const whole = `
rule: count-yes
items:
  - { linkId: q1, concept: ran away }
  - { linkId: q2, concept: substance use, weight: 2 }
subscores: { behaviour: [q1, q2] }
cutOffs:
  - { from: 0, band: below the cut-off }
  - { from: 2, band: at or above the cut-off }
missing: { minimum: 2 }
validFor: { ageYears: { from: 12, to: 17 }, settings: [advocacy-center] }
reachedSoFar: true
`

const read = (text: string): string => {
  const result = parseScoringDefinition(parse(text))
  return result.ok ? 'ok' : result.why
}

describe('parseScoringDefinition', () => {
  it('reads a definition written as YAML, and says what is left out', () => {
    expect(read(whole)).toBe('ok')
    expect(parseScoringDefinition({ rule: 'sum' })).toEqual({
      ok: true,
      definition: { rule: 'sum', missing: 'all', reachedSoFar: false },
    })
  })

  it.each<[string, string]>([
    ['missing: all', 'rule: is missing'],
    ['rule: sum\ncutoffs: []', 'cutoffs: is not known here; look for a slip in the name'],
    ['rule: count-yes', 'items: this rule needs its items listed'],
    ['rule: sum\nitems: [{ linkId: a }, { linkId: a }]', 'items: a linkId stands there twice'],
    ['rule: sum\nitems: [{ linkId: a }]\nsubscores: { s: [b] }', 'subscores: a linkId is not among the items'],
    ['rule: sum\ncutOffs: [{ from: 2, band: x }, { from: 1, band: y }]', 'cutOffs: they must rise and not overlap'],
    [
      'rule: sum\ncutOffs: [{ from: 0, to: 2, band: x }, { from: 2, band: y }]',
      'cutOffs: they must rise and not overlap',
    ],
    ['rule: sum\ncutOffs: [{ from: 2, to: 1, band: x }]', 'cutOffs, entry 1: from is above to'],
    ['rule: sum\nitems: [{ linkId: a }]\nmissing: { minimum: 2 }', 'missing: the minimum is above the number of items'],
    ['rule: any-yes\nitems: [{ linkId: a }]\nmissing: prorate', 'missing: this rule cannot prorate'],
    ['rule: sum\nexpression: "1"', 'expression: another rule is set'],
    ['rule: sum\nvalidFor: { ageYears: { from: 17, to: 12 } }', 'validFor, ageYears: from is above to'],
  ])('%j: %s', (text, why) => {
    expect(read(text)).toBe(why)
  })
})
