// The rules that every poster and hand-out keeps: both languages in step, our words, easy enough for whom it speaks to,
// and no phone number of its own but 911 and 988.

import { handoutNames, type Handout, type HandoutName, type Handouts } from './handout.ts'
import { languages, type Language } from './language.ts'
import { readingFaults } from './text-check.ts'
import { findRefusedWords } from './word-list.ts'

/** Each fault in a sentence that names the hand-out; empty: they may be printed. */
export const findHandoutFaults = (handouts: Handouts): readonly string[] =>
  handoutNames.flatMap((name) => [
    ...stepFaults(name, handouts.en[name], handouts.es[name]),
    ...languages.flatMap((language) => wordFaults(name, language, handouts[language][name])),
  ])

const facts = ({ kind, band, sections, calls, write_on, note, sources, last_reviewed, reviewed_by }: Handout) => ({
  kind,
  band,
  sections: sections.map(({ style, lines, heading }) => [style, lines.length, heading === null].join(' ')).join(),
  calls: calls.map((call) => call.line).join(),
  'lines to write on': write_on.length,
  note: note === null,
  sources: JSON.stringify(sources.map(({ address, date }) => ({ address, date }))),
  'review date': last_reviewed,
  reviewers: reviewed_by.join(),
})

function stepFaults(name: HandoutName, en: Handout, es: Handout): readonly string[] {
  const [english, spanish] = [facts(en), facts(es)]
  return (Object.keys(english) as (keyof typeof english)[])
    .filter((fact) => english[fact] !== spanish[fact])
    .map((fact) => `${name}: English and Spanish differ in: ${fact}`)
}

function wordFaults(name: HandoutName, language: Language, handout: Handout): readonly string[] {
  const text = printedText(handout)
  const numbers = text.match(/\d[\d() .-]{1,}\d/g) ?? []
  return [
    ...findRefusedWords(`${text}\n${handout.summary}`, language),
    ...numbers
      .filter((number) => number.length > 2 && !['911', '988'].includes(number))
      .map((number) => `has the number ${number}: leave numbers to the directory`),
    ...(handout.sources.length === 0 ? ['names no source'] : []),
    ...readingFaults(text, handout.band === 'young' ? 'adult' : handout.band, language),
  ].map((fault) => `${language}, ${name}: ${fault}`)
}

/** What a person reads on it, a sentence to a line: a heading or a line without a full stop counts as one of its own. */
function printedText({ title, lead, sections, calls_heading, calls, write_on, note }: Handout): string {
  const parts = sections.flatMap(({ heading, lines }) => [
    heading ?? '',
    ...lines.map(({ strong, text }) => `${strong} ${text}`.trim()),
  ])
  return [title, lead, ...parts, calls_heading, ...calls.map(({ what }) => what), ...write_on, note ?? '']
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(/[“”]/g, ''))
    .map((part) => (/[.?!:]$/.test(part) ? part : `${part}.`))
    .join('\n')
}
