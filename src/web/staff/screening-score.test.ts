// Every way to answer the scored instruments, against their published rule: so many yes from the cut-off on is positive, and
// without all answers there is no total.

import { describe, expect, it } from 'vitest'

import { content } from '../../../tests/home.ts'
import { parseScoringDefinition } from '../../screening/index.ts'
import type { Screening } from './screen-answers.ts'
import { askedForm, definitionOf, scoreScreening } from './screening-score.ts'

const tested = {
  sscst: { age: 14, setting: 'advocacy-center', cutOff: 2, any: false },
  qyit: { age: 19, setting: 'homeless-services', cutOff: 1, any: true },
  raft: { age: 40, setting: 'emergency-department', cutOff: 1, any: true },
} as const

const ids = ['sscst', 'qyit', 'raft'] as const

type Answer = 'yes' | 'no' | 'none'

/** Every list of answers of that length. */
const everyWay = (length: number): readonly (readonly Answer[])[] =>
  length === 0
    ? [[]]
    : everyWay(length - 1).flatMap((rest) => (['yes', 'no', 'none'] as const).map((one) => [...rest, one]))

describe.each(ids)('the %s', (id) => {
  const loaded = content.instruments[id]
  const form = askedForm(loaded)
  if (form === null) throw new Error('a scored instrument has a form')
  const { age, setting, cutOff, any } = tested[id]
  const about = { date: '2026-11-20', by: 'nurse', age, setting, screener: 'medical-provider', givenIn: 'en' } as const

  const scored = (answers: readonly Answer[]) => {
    const said = new Map<string, 'yes' | 'no'>()
    for (const [at, answer] of answers.entries()) if (answer !== 'none') said.set(`q${String(at + 1)}`, answer)
    const screening: Screening = { ...about, said }
    return scoreScreening(loaded.instrument, form, screening)
  }

  it('has a rule that the engine takes', () => {
    expect(parseScoringDefinition(definitionOf(loaded.instrument)).ok).toBe(true)
  })

  it('follows its rule for every way to answer', () => {
    for (const answers of everyWay(form.item.length)) {
      const yes = answers.filter((answer) => answer === 'yes').length
      const isWhole = !answers.includes('none')
      const { score, unsuited, problems } = scored(answers)
      const band = yes >= cutOff ? 'at-or-above' : isWhole ? 'below' : null
      const total = isWhole ? (any ? Math.min(yes, 1) : yes) : null
      expect([answers, score.total, score.band, unsuited, problems]).toEqual([answers, total, band, [], []])
    }
  })

  it('names what is missing, in the order of the form', () => {
    expect(scored(['no', 'none', 'no', 'none']).score.missing.slice(0, 2)).toEqual(['q2', 'q4'])
  })
})
