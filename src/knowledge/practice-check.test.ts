// Each rule of practice, broken once in our own text.

import { describe, expect, it } from 'vitest'

import { content } from '../../tests/home.ts'
import { findPracticeFaults } from './practice-check.ts'
import type { Practice, PracticeScenario, PracticeText } from './practice.ts'

/** Our own practice with the text for 8-10 changed, in both languages or in one. */
const changed = (change: (text: PracticeText) => PracticeText, only?: 'en' | 'es'): Practice => {
  const changedIn = (language: 'en' | 'es') => {
    const { bands, ...rest } = content.practice[language]
    if (only !== undefined && only !== language) return content.practice[language]
    return { ...rest, bands: { ...bands, '8-10': change(bands['8-10']) } }
  }
  return { en: changedIn('en'), es: changedIn('es') }
}

const eachScene =
  (change: (scenario: PracticeScenario) => PracticeScenario) =>
  (text: PracticeText): PracticeText => ({ ...text, scenarios: text.scenarios.map(change) })

const hard = 'Multidisciplinary collaboration necessitates comprehensive institutional accountability considerations.'

const broken: readonly (readonly [string, Practice, string])[] = [
  [
    'a scene with another id in one language',
    changed(
      eachScene((scenario) => ({ ...scenario, id: `${scenario.id}-x` })),
      'en',
    ),
    'other scenes for 8-10',
  ],
  [
    'a choice that one language lacks',
    changed(
      eachScene((scenario) => ({ ...scenario, choices: scenario.choices.slice(0, 3) })),
      'es',
    ),
    'other scenes for 8-10',
  ],
  ['two scenes with one id', changed(eachScene((scenario) => ({ ...scenario, id: 'same' }))), 'two scenes with one id'],
  [
    'a scene without a way to tell',
    changed(
      eachScene(({ choices, ...scenario }) => ({
        ...scenario,
        choices: choices.filter(({ kind }) => kind !== 'tell'),
      })),
    ),
    'en 8-10 coach-alone has no way to tell a grown-up',
  ],
  [
    'a scene without a word for those to whom it has happened',
    changed(
      eachScene(({ choices, ...scenario }) => ({
        ...scenario,
        choices: choices.filter(({ kind }) => kind !== 'already'),
      })),
    ),
    'es 8-10 coach-alone needs one choice for those to whom it has happened',
  ],
  [
    'an answer that leaves the fault open',
    changed(
      eachScene(({ choices, ...scenario }) => ({
        ...scenario,
        choices: choices.map((choice) => ({ ...choice, answer: 'Talk to a grown-up.' })),
      })),
    ),
    'does not say that it is not their fault',
  ],
  ['a hard sentence', changed((text) => ({ ...text, grown_up: [hard, hard] })), 'en 8-10 grown_up is hard to read'],
  ['a phone number', changed((text) => ({ ...text, lead: 'Call 800-555-0100.' })), 'the number 800-555'],
  ['a short number', changed((text) => ({ ...text, lead: 'Call 211 now.' })), 'the number 211'],
  ['a refused word', changed((text) => ({ ...text, lead: 'A minor said so.' })), '"minor": say child'],
  ['a close without 911', changed((text) => ({ ...text, closing: ['Tell someone.', 'Do it.'] })), 'closes without 911'],
]

describe('findPracticeFaults', () => {
  it('finds nothing in our own practice', () => {
    expect(findPracticeFaults(content.practice)).toEqual([])
  })

  it.each(broken)('finds %s', (_, practice, fault) => {
    expect(findPracticeFaults(practice).join('\n')).toContain(fault)
  })

  it('finds a practice that names no source', () => {
    const { en, es } = content.practice
    const faults = findPracticeFaults({ en: { ...en, sources: [] }, es: { ...es, sources: [] } })
    expect(faults).toEqual(['en names no source', 'es names no source'])
  })
})
