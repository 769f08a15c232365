// From a question to the ordered list of whom to call, in one language and at one moment, with everything a person needs
// beside each number: what it is for, when it answers, where it was read, and what to do if nobody answers.

import type { Temporal } from 'temporal-polyfill'

import type { Language, Say } from '../knowledge/index.ts'
import { lineOf, type Directory } from './directory.ts'
import { dutyText, type DutyText } from './duty-text.ts'
import { isOpen, type Open, type OpeningHours } from './hours.ts'
import type { JurisdictionCode } from './jurisdiction.ts'
import type { Backing, Line, NamedSource } from './line.ts'
import { planSteps } from './plan-steps.ts'
import type { Land, Question } from './question.ts'
import { shownAddress, shownHours, shownPhones, shownText } from './shown.ts'
import type { PlannedStep } from './step-reason.ts'
import { noteBeside, openNote, whenNobodyAnswers } from './step-note.ts'

export type StepPhone = {
  readonly number: string
  readonly label: string
  /** For a text telephone. */
  readonly tty: boolean
  /** Only for a number with limited hours of its own. */
  readonly open: Open | null
}

export type Step = {
  readonly kind: Line['kind']
  readonly name: string
  readonly phones: readonly StepPhone[]
  /** Short code or number that takes text messages. */
  readonly text: string | null
  readonly url: string | null
  readonly hours: string | null
  /** Whether the line answers now; null where it has no limited hours that we know of, or no number. */
  readonly open: Open | null
  /** "Closed now. Call 911 or the police." or what else there is to say about `open`; null with it. */
  readonly open_note: string | null
  readonly why: string
  /** An empty address where the center itself, or nobody, is the source. */
  readonly source: NamedSource
  /** Null for a signpost: who helps, in words, without a number. */
  readonly confidence: Backing | null
  /** What the line is for, in plain words. */
  readonly for: string
  /** Where and when the number was read, and whether this center has called it; or where to find one. What to do if nobody
   * answers is said once, in `no_answer`. */
  readonly note: string
}

export type Route = {
  /** Null abroad, as is the duty. */
  readonly jurisdiction: JurisdictionCode | null
  readonly county: string | null
  readonly land: Land
  readonly place: string
  /** What to know about this kind of place before calling: tribal land, a base, another country. */
  readonly notes: readonly string[]
  readonly steps: readonly Step[]
  /** What to do if nobody answers, for all steps. */
  readonly no_answer: string
  readonly duty: DutyText | null
}

export type Wording = { readonly language: Language; readonly say: Say; readonly now: Temporal.Instant }

/** Pure: the directory holds all facts, `say` all words, `now` the hour. */
export function route(question: Question, directory: Directory, wording: Wording): Route {
  const planned = planSteps(question, directory, wording.now)
  return {
    ...placeOf(question, directory, wording),
    notes: notesOf(question, wording),
    steps: planned.map((step) => worded(step, question, directory, wording)),
    no_answer: whenNobodyAnswers(directory, question.land ?? 'ordinary', wording),
    duty: question.land === 'abroad' ? null : dutyText(question, directory, wording),
  }
}

function placeOf(question: Question, { names }: Directory, { language, say }: Wording) {
  if (question.land === 'abroad')
    return { jurisdiction: null, county: null, land: question.land, place: say('place.abroad') }
  const { jurisdiction, county = null, land = 'ordinary' } = question
  return { jurisdiction, county, land, place: names[jurisdiction][language] }
}

function notesOf({ land }: Question, { say }: Wording): readonly string[] {
  if (land === 'tribal') return [say('place.note.tribal'), say('place.note.tribal-federal')]
  if (land === 'military') return [say('place.note.military')]
  return land === 'abroad' ? [say('place.note.abroad'), say('place.note.abroad-base')] : []
}

function worded(planned: PlannedStep, question: Question, directory: Directory, wording: Wording): Step {
  const line = lineOf(directory, planned.line)
  const { language, say, now } = wording
  const phones = phonesOf(planned, question, directory, wording)
  // Hours without a number to call only mislead.
  const callable = phones.some(({ tty }) => !tty)
  const open = callable ? openNow(line.opening, now) : null
  return {
    kind: line.kind,
    name: line.name[language],
    phones,
    text: shownText(directory, line, question.audience),
    url: shownAddress(directory, line, planned.reason.endsWith('images-ncmec')),
    hours: callable ? (shownHours(directory, line)?.[language] ?? null) : null,
    open,
    open_note: openNote(open, wording),
    why: say(`why.${planned.reason}`),
    source: line.source,
    confidence: line.confidence,
    for: line.for[language],
    note: noteBeside({ line, phones, directory }, wording),
  }
}

/** A missing child's police are reached by 911; other police steps have no number of their own (the center enters it). */
function phonesOf(
  planned: PlannedStep,
  question: Question,
  directory: Directory,
  { language, say, now }: Wording,
): readonly StepPhone[] {
  if (planned.reason === 'missing-police')
    return [{ number: '911', label: say('phone.ask-for-police'), tty: false, open: null }]
  const line = lineOf(directory, planned.line)
  return shownPhones(directory, line, question.audience, planned.topic).map((phone) => ({
    number: phone.number,
    label: phone.plainLabel[language],
    tty: phone.tty,
    open: openNow(phone.opening, now),
  }))
}

const openNow = (opening: OpeningHours | null, now: Temporal.Instant): Open | null =>
  opening === null ? null : isOpen(opening, now)
