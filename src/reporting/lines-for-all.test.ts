// The lines for everybody follow the same rules as all others: a number that is not to be shown is not shown here either.

import { describe, expect, it } from 'vitest'

import { directory, wordingIn } from '../../tests/home.ts'
import { languages } from '../knowledge/index.ts'
import { linesForAll } from './lines-for-all.ts'

describe('the lines that anybody can call', () => {
  it.each(languages)('are four, each with a number and what it is for, in %s', (language) => {
    const lines = linesForAll(directory, wordingIn(language))
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      expect(line.phones.length).toBeGreaterThan(0)
      expect([line.name, line.for, line.note]).not.toContain('')
    }
  })

  it('leave out a line that is hidden', () => {
    const rules = { ...directory.rules, hidden_lines: { 'US/childhelp': 'because' } }
    expect(linesForAll({ ...directory, rules }, wordingIn('en'))).toHaveLength(3)
  })

  it('leave out a number that only one source prints', () => {
    const line = directory.lines['US/ncmec']
    const phones = line.phones.map((phone) => ({ ...phone, confidence: 'one-source' as const }))
    const lines = { ...directory.lines, 'US/ncmec': { ...line, phones } }
    expect(linesForAll({ ...directory, lines }, wordingIn('en'))).toHaveLength(3)
  })
})
