// What stands beside a number: where and when it was read, whether this center has called or confirmed it and when, and
// what to do if nobody answers or the line is closed.

import { calledOn, isRecent, wasWrong } from './called.ts'
import { dateIn } from './dates.ts'
import type { Directory } from './directory.ts'
import type { Open } from './hours.ts'
import type { Line } from './line.ts'
import type { Land } from './question.ts'
import type { StepPhone, Wording } from './route.ts'
import { shownPhones } from './shown.ts'

type Beside = {
  readonly line: Line
  readonly phones: readonly StepPhone[]
  readonly directory: Directory
}

export function noteBeside(beside: Beside, wording: Wording): string {
  const { line, phones, directory } = beside
  const { say } = wording
  if (line.key === 'US/police' && phones.length === 0) return say('note.police-no-number')
  if (phones.length === 0 && line.phones.some(({ number }) => wasWrong(directory, number)))
    return say('note.number-found-wrong')
  if (phones.every(({ number }) => number === '911')) return ''
  if (line.confirmed_on !== null) return confirmedNote(line.confirmed_on, wording)
  const checked = checkedNote(line, wording)
  // Nobody tries emergency lines out: they are confirmed by document.
  return line.kind === 'crisis' ? checked : `${checked} ${calledNote(beside, wording)}`
}

/** Said with a line of limited hours; null where hours are not limited or not known. */
export function openNote(open: Open | null, { say }: Wording): string | null {
  return open === null ? null : say(`open.${open}`)
}

function confirmedNote(on: string, { language, say, now }: Wording): string {
  return say(isRecent(on, now) ? 'note.confirmed' : 'note.confirmed-long-ago', { date: dateIn(on, language) })
}

function checkedNote(line: Line, { language, say }: Wording): string {
  const { date } = line.source
  return date === null ? say('note.undated') : say('note.dated', { date: dateIn(date, language) })
}

/** True of every voice number that the step shows: the oldest call decides. */
function calledNote({ line, phones, directory }: Beside, { language, say, now }: Wording): string {
  const numbers = phones.filter(({ tty }) => !tty).map(({ number }) => number)
  const days = numbers.map((number) => calledOn(directory, number) ?? line.verified_by_call_on)
  const made = days.filter((day) => day !== null).toSorted()
  const [oldest] = made
  if (oldest === undefined) return say('note.not-called')
  if (made.length < numbers.length) return say('note.some-not-called')
  return isRecent(oldest, now) ? say('note.called', { date: dateIn(oldest, language) }) : say('note.not-called-lately')
}

/** Said once for a whole list: what to do when a number is not answered. */
export function whenNobodyAnswers(directory: Directory, land: Land, { say }: Wording): string {
  if (land === 'abroad') return say('note.no-answer-abroad')
  const [childhelp] = shownPhones(directory, directory.lines['US/childhelp'], 'public', 'any')
  if (childhelp === undefined) return say('note.no-answer-police')
  return say('note.no-answer', { number: childhelp.number })
}
