// The lexicon holds what it promises: every example, every indicator in both languages, the practice notes; and it sees neither
// names nor origins.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { indicatorCodes, languages, loadLexicon } from '../../src/knowledge/index.ts'
import { buildScanner } from '../../src/screening/index.ts'
import { measure, precision, recall } from '../../benchmarks/accuracy/count.ts'
import { home } from '../home.ts'
import { findExampleFaults } from './examples.ts'
import { parseNotes } from './notes.ts'
import { swapped } from './swaps.ts'

const lexicon = loadLexicon(join(home, 'content/lexicon'))
const scan = buildScanner(lexicon)
const notes = parseNotes(readFileSync(join(home, 'tests/notes/dev.jsonl'), 'utf8'))

describe('the lexicon', () => {
  it('finds every sentence that an entry names, and stays silent in those that it must', () => {
    expect(findExampleFaults(lexicon, scan).map(({ why }) => why)).toEqual([])
  })

  it.each(languages)('speaks of all 60 indicators in %s', (language) => {
    const spoken = new Set(lexicon[language].entries.flatMap((entry) => ('code' in entry ? [entry.code] : [])))
    expect(indicatorCodes.filter((code) => !spoken.has(code))).toEqual([])
  })

  it.each(languages)('asks only for concepts that some entry of %s gives', (language) => {
    const given = new Set(lexicon[language].entries.flatMap((entry) => ('concept' in entry ? [entry.concept] : [])))
    const asked = lexicon[language].entries.flatMap((entry) =>
      'code' in entry ? [...(entry.with ?? []), ...(entry.near ?? []), ...(entry.unless ?? [])] : [],
    )
    expect(asked.filter((concept) => !given.has(concept))).toEqual([])
  })

  it('reads the practice notes as well as it did: precision, recall and status', () => {
    const { actionable, status } = measure(notes, scan)
    expect(precision(actionable)).toBeGreaterThanOrEqual(0.95)
    expect(recall(actionable)).toBeGreaterThanOrEqual(0.95)
    expect(status.right / status.of).toBeGreaterThanOrEqual(0.95)
  })
})

describe('names, race and nationality', () => {
  it('change no finding of a practice note when they are put in, or swapped for others', () => {
    const shape = (text: string, language: 'en' | 'es') =>
      scan(text, { language }).findings.map(({ code, assertion, temporality, experiencer, rule }) =>
        [code, assertion, temporality, experiencer, rule].join(' '),
      )
    let swaps = 0
    for (const { id, text, lang } of notes)
      for (const variants of swapped(text, lang)) {
        swaps += variants.length - 1
        const [first = '', ...others] = variants
        for (const other of others) expect(shape(other, lang), `${id}: ${other}`).toEqual(shape(first, lang))
      }
    expect(swaps).toBeGreaterThan(2000)
  })
})
