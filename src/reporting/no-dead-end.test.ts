// Every place, every set of situations, every kind of land, both languages, at noon and at night: nobody is left without
// somebody to call, and nothing is shown that must not be. Faults are gathered and asserted once: there are 103,000 answers.

import { describe, expect, it } from 'vitest'

import { aWeekday, directory, wordingIn } from '../../tests/home.ts'
import { digitsOf, wrongAnywhere, wrongIn } from '../../tests/known-wrong-numbers.ts'
import { languages } from '../knowledge/index.ts'
import {
  jurisdictionCodes,
  lands,
  route,
  situations,
  type Land,
  type Situation,
  type Question,
  type Route,
} from './index.ts'

const certain = situations.filter((situation) => !situation.startsWith('maybe-'))

/** All 128 subsets of what is sure, and with each single one of them what is not sure. */
const sets: readonly (readonly Situation[])[] = [
  ...Array.from({ length: 2 ** certain.length }, (_, bits) =>
    certain.filter((_situation, at) => (bits >> at) % 2 === 1),
  ),
  ...[[], ...certain.map((one) => [one])].flatMap((sure) => [
    [...sure, 'maybe-missing' as const],
    [...sure, 'maybe-images' as const],
    [...sure, 'maybe-missing' as const, 'maybe-images' as const],
  ]),
]
const night = aWeekday.add({ hours: 10 })
const wrong = new Set(wrongAnywhere.map(digitsOf))
const hidden = new Set(
  (['US/indian-country', 'US/hsi', 'US/fbi'] as const).flatMap((key) => Object.values(directory.lines[key].name)),
)
const reachesMore = (number: string): boolean => number !== '911' && number !== '711'

type Asked = { readonly question: Question; readonly answer: Route }

const laws: Readonly<Record<string, (asked: Asked) => boolean>> = {
  'somebody to call who is not 911 alone': ({ answer }) =>
    answer.steps.some(({ phones }) => phones.some(({ number, tty }) => !tty && reachesMore(number))),
  'something to do on every step': ({ answer }) =>
    answer.steps.every((step) => step.phones.length > 0 || step.url !== null || step.for !== ''),
  '911 only where there is danger or a missing child': ({ question, answer }) =>
    question.situations.includes('danger') ||
    question.situations.includes('missing') ||
    !answer.steps.some(({ phones }) => phones.some(({ number }) => number === '911')),
  '911 first in danger, at home': ({ question, answer }) =>
    question.land === 'abroad' ||
    !question.situations.includes('danger') ||
    answer.steps[0]?.phones[0]?.number === '911',
  'no line that is hidden or for professionals': ({ answer }) => !answer.steps.some(({ name }) => hidden.has(name)),
  'only numbers of two sources': ({ answer }) =>
    answer.steps.every(({ phones, confidence }) => phones.length === 0 || confidence === 'two-sources'),
  'no number known to be wrong': ({ answer }) => {
    const shown = answer.steps.flatMap(({ phones, text }) => [...phones.map(({ number }) => number), text ?? ''])
    const here = wrongIn.filter(({ jurisdiction }) => jurisdiction === answer.jurisdiction)
    return !shown
      .map(digitsOf)
      .some((number) => wrong.has(number) || here.some((one) => digitsOf(one.number) === number))
  },
  'each line once': ({ answer }) => new Set(answer.steps.map(({ name }) => name)).size === answer.steps.length,
  'every word filled in': ({ answer }) => !/\{\w+\}|why\.|note\.|undefined/.test(JSON.stringify(answer.steps)),
  'when a line is not surely open, 911 or the police before it': ({ answer }) => {
    const shut = answer.steps.findIndex(({ open }) => open === 'closed' || open === 'unknown')
    const police = answer.steps.findIndex(({ kind }) => kind === 'law_enforcement' || kind === 'emergency')
    return shut === -1 || (police !== -1 && police < shut)
  },
}

function faultsOf(questions: readonly Question[]): { readonly faults: readonly string[]; readonly asked: number } {
  const wordings = languages.flatMap((language) => [aWeekday, night].map((now) => wordingIn(language, now)))
  const faults = new Set<string>()
  for (const question of questions)
    for (const wording of wordings) {
      const answer = route(question, directory, wording)
      for (const [law, holds] of Object.entries(laws))
        if (!holds({ question, answer })) faults.add(`${law}: ${JSON.stringify(question)}`)
    }
  return { faults: [...faults], asked: questions.length * wordings.length }
}

const public_ = { audience: 'public' } as const

const asked = (land: Land): readonly Question[] =>
  land === 'abroad'
    ? sets.map((given) => ({ ...public_, situations: given, land }))
    : jurisdictionCodes.flatMap((jurisdiction) =>
        sets.map((given) => ({ ...public_, situations: given, jurisdiction, land })),
      )

describe('no dead end', () => {
  it.each(lands)(
    'on %s land',
    (land) => {
      const { faults, asked: count } = faultsOf(asked(land))
      expect(faults).toEqual([])
      expect(count).toBe((land === 'abroad' ? 1 : 56) * 152 * 2 * 2)
    },
    120_000,
  )
})
