// The lines that anybody in the country can call, whatever the place and the question: what a page still shows when it
// could not do what it was asked. The same rules of what may be shown hold here.

import type { Directory } from './directory.ts'
import type { LineKey } from './line.ts'
import type { StepPhone, Wording } from './route.ts'
import { shownPhones } from './shown.ts'
import { noteBeside } from './step-note.ts'

export type LineForAll = {
  readonly name: string
  readonly for: string
  readonly phones: readonly StepPhone[]
  /** Where and when the number was read, and that this center has not called it yet. */
  readonly note: string
}

/** Who helps to find the right number stands first. */
const keys: readonly LineKey[] = ['US/childhelp', 'US/trafficking-hotline', 'US/ncmec', 'US/988']

/** Only lines with a number that may be shown to everybody. */
export const linesForAll = (directory: Directory, wording: Wording): readonly LineForAll[] =>
  keys.map((key) => worded(key, directory, wording)).filter(({ phones }) => phones.length > 0)

function worded(key: LineKey, directory: Directory, wording: Wording): LineForAll {
  const { language } = wording
  const line = directory.lines[key]
  const phones = shownPhones(directory, line, 'public', 'any').map(({ number, plainLabel, tty }) => ({
    number,
    label: plainLabel[language],
    tty,
    open: null,
  }))
  const note = noteBeside({ line, phones, directory }, wording)
  return { name: line.name[language], for: line.for[language], phones, note }
}
