// The rules that practice keeps: both languages in step, every scene with a way to tell and a word for those to whom it has
// happened, our words, children's reading level in each part, no number but 911 and 988.

import { languages, type Language } from './language.ts'
import { practiceBands, type Practice, type PracticeScenario, type PracticeText } from './practice.ts'
import { readingFaults, wordFaults } from './text-check.ts'

const notYourFault = { en: /not your fault/, es: /no es tu culpa/i } as const

/** Each fault in a sentence that names the place; empty: practice may be shown. */
export function findPracticeFaults(practice: Practice): readonly string[] {
  return [
    ...stepFaults(practice),
    ...languages.flatMap((language) =>
      practiceBands.flatMap((band) => bandFaults(practice[language].bands[band], `${language} ${band}`, language)),
    ),
    ...languages
      .filter((language) => practice[language].sources.length === 0)
      .map((language) => `${language} names no source`),
  ]
}

/** What both languages must have alike. */
const outline = ({ sources, last_reviewed, reviewed_by, bands }: Practice[Language]) => ({
  sources: sources.map(({ address, date }) => [address, date]),
  'review dates': last_reviewed,
  reviewers: reviewed_by,
  ...Object.fromEntries(practiceBands.map((band) => [`scenes for ${band}`, scenesOf(bands[band])])),
  'parts of the notes': practiceBands.map((band) => [bands[band].grown_up.length, bands[band].closing.length]),
})

const scenesOf = ({ scenarios }: PracticeText) =>
  scenarios.map(({ id, choices }) => [id, choices.map(({ kind }) => kind).join()])

function stepFaults({ en, es }: Practice): readonly string[] {
  const spanish: Readonly<Record<string, unknown>> = outline(es)
  return Object.entries(outline(en))
    .filter(([fact, value]) => JSON.stringify(value) !== JSON.stringify(spanish[fact]))
    .map(([fact]) => `practice has other ${fact} in English than in Spanish`)
}

function bandFaults(text: PracticeText, name: string, language: Language): readonly string[] {
  const ids = text.scenarios.map(({ id }) => id)
  return [
    ...(new Set(ids).size === ids.length ? [] : [`${name} has two scenes with one id`]),
    ...partsOf(text).flatMap(([part, sentences]) => partFaults(sentences, `${name} ${part}`, language)),
    ...text.scenarios.flatMap((scenario) => scenarioFaults(scenario, `${name} ${scenario.id}`, language)),
    ...(/\b911\b/.test(text.closing.join(' ')) ? [] : [`${name} closes without 911`]),
  ]
}

/** Each part is measured by itself, so that an easy one does not hide a hard one. */
const partsOf = ({
  summary,
  lead,
  grown_up,
  closing,
  scenarios,
}: PracticeText): readonly (readonly [string, string[]])[] => [
  ['lead', [summary, lead]],
  ['grown_up', grown_up],
  ['closing', closing],
  ...scenarios.map(({ id, title, scene, choices }): [string, string[]] => [
    id,
    [`${title}.`, scene, ...choices.flatMap(({ say, answer }) => [say, answer])],
  ]),
]

function partFaults(sentences: readonly string[], name: string, language: Language): readonly string[] {
  const text = sentences.join(' ').replaceAll(/[“”]/g, '')
  const short = (text.match(/(?<!\d)\d{3,4}(?!\d)/g) ?? []).filter((number) => number !== '911' && number !== '988')
  return [
    ...wordFaults(text, language),
    ...short.map((number) => `has the number ${number}: only 911 and 988 stand here`),
    ...readingFaults(text, 'child', language),
  ].map((fault) => `${name} ${fault}`)
}

function scenarioFaults({ choices }: PracticeScenario, name: string, language: Language): readonly string[] {
  const already = choices.filter(({ kind }) => kind === 'already')
  return [
    ...(choices.some(({ kind }) => kind === 'tell') ? [] : [`${name} has no way to tell a grown-up`]),
    ...(already.length === 1 ? [] : [`${name} needs one choice for those to whom it has happened`]),
    ...already
      .filter(({ answer }) => !notYourFault[language].test(answer))
      .map(() => `${name} does not say that it is not their fault`),
  ]
}
