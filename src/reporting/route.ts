// From a question to the ordered list of whom to call, in one language, with everything a person needs beside each
// number: what it is for, when it answers, where it was read, and what to do if nobody answers.

import type { Language, Say } from '../knowledge/index.ts'
import type { Directory, Line } from './directory.ts'
import type { Confidence } from './directory-files.ts'
import { dutyText, type DutyText } from './duty-text.ts'
import { hasNumber, planSteps, type PlannedStep, type Question } from './plan-steps.ts'
import { namedSource, shownPhones, shownText } from './shown.ts'

export type StepPhone = { readonly number: string; readonly label: string }

export type Step = {
  readonly kind: Line['kind']
  readonly name: string
  readonly phones: readonly StepPhone[]
  /** Short code or number that takes text messages. */
  readonly text: string | null
  readonly url: string | null
  readonly hours: string | null
  readonly why: string
  readonly source: { readonly address: string; readonly date: string | null }
  readonly confidence: Confidence
  /** What the line is for, in plain words. */
  readonly for: string
  /** Where and when the number was read, and that this center has not called it yet; or where to find one. */
  readonly note: string
}

export type Route = {
  readonly jurisdiction: Question['jurisdiction']
  readonly place: string
  readonly steps: readonly Step[]
  readonly duty: DutyText
}

export type Wording = { readonly language: Language; readonly say: Say }

/** Pure: the directory holds all facts, `say` all words. */
export function route(question: Question, directory: Directory, wording: Wording): Route {
  return {
    jurisdiction: question.jurisdiction,
    place: directory.names[question.jurisdiction][wording.language],
    steps: planSteps(question, directory).map((planned) => worded(planned, question, directory, wording)),
    duty: dutyText(question, directory, wording),
  }
}

function worded(planned: PlannedStep, question: Question, directory: Directory, { language, say }: Wording): Step {
  const line = directory.lines[planned.line]
  const phones = phonesOf(planned, question, directory, { language, say })
  const source = namedSource(line)
  return {
    kind: line.kind,
    name: line.name[language],
    phones,
    text: shownText(directory, line, question.audience),
    url: planned.reason.endsWith('images-ncmec') ? (line.online_report_url ?? line.url) : line.url,
    hours: hasHours(planned, question, directory) ? (line.hours?.[language] ?? null) : null,
    why: say(`why.${planned.reason}`),
    source,
    confidence: line.confidence,
    for: line.for[language],
    note: noteBeside(phones, line, directory, { language, say }),
  }
}

/** A missing child's police are reached by 911; other police steps have no number of their own (the center enters it). */
function phonesOf(
  planned: PlannedStep,
  question: Question,
  directory: Directory,
  { language, say }: Wording,
): readonly StepPhone[] {
  if (planned.reason === 'missing-police') return [{ number: '911', label: say('phone.ask-for-police') }]
  const line = directory.lines[planned.line]
  return shownPhones(directory, line, question.audience, planned.topic).map(({ number, plainLabel }) => ({
    number,
    label: plainLabel[language],
  }))
}

/** Hours without a number to call only mislead. */
const hasHours = (planned: PlannedStep, question: Question, directory: Directory): boolean =>
  planned.line !== question.jurisdiction || hasNumber(question, directory)

export function noteBeside(phones: readonly StepPhone[], line: Line, directory: Directory, wording: Wording): string {
  if (line.key === 'US/police' && phones.length === 0) return wording.say('note.police-no-number')
  const only911 = phones.every(({ number }) => number === '911')
  return only911 ? '' : checkedNote(namedSource(line).date, line, directory, wording)
}

function checkedNote(date: string | null, line: Line, directory: Directory, { language, say }: Wording): string {
  const checked = date === null ? say('note.undated') : say('note.dated', { date: dateIn(date, language) })
  const called =
    line.verified_by_call_on === null
      ? say('note.not-called')
      : say('note.called', { date: dateIn(line.verified_by_call_on, language) })
  // Nobody tries emergency lines out: they are confirmed by document.
  if (line.kind === 'crisis') return `${checked} ${noAnswer(line, directory, say)}`
  return `${checked} ${called} ${noAnswer(line, directory, say)}`
}

function noAnswer(line: Line, directory: Directory, say: Say): string {
  const [childhelp] = shownPhones(directory, directory.lines['US/childhelp'], 'public', 'any')
  if (line.key === 'US/childhelp' || childhelp === undefined) return say('note.no-answer-police')
  return say('note.no-answer', { number: childhelp.number })
}

/** '2023', '2023-05' or '2023-05-31' as a person writes it. */
export function dateIn(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', options).format(
    new Date(`${year}-${month}-${day ?? '15'}T12:00:00Z`),
  )
}
