// The lines that listen to a young person by call or text, each with what it must pass on. The same rules decide which
// numbers may be shown as everywhere; a line without one that may be shown is left out.

import type { Language, Listeners } from '../knowledge/index.ts'
import type { Directory } from './directory.ts'
import type { Line } from './line.ts'
import { shownPhones, shownText } from './shown.ts'

export type Listener = {
  readonly name: string
  readonly numbers: readonly string[]
  /** Short code or number that takes text messages. */
  readonly text: string | null
  readonly passesOn: string
  readonly source: { readonly address: string; readonly read: string } | null
}

/** Pure. Throws an Error naming a line that the directory does not have. */
export function whoListens(directory: Directory, { lines }: Listeners, language: Language): readonly Listener[] {
  return lines
    .map(({ line: key, passes_on, source }) => {
      const line = (directory.lines as Readonly<Record<string, Line>>)[key]
      if (line === undefined) throw new Error(`content/listeners.yaml: there is no line ${key}`)
      return {
        name: line.name[language],
        // 711 connects to the line, it is not the line.
        numbers: shownPhones(directory, line, 'public', 'any').flatMap(({ number }) =>
          number === '711' ? [] : [number],
        ),
        text: shownText(directory, line, 'public'),
        passesOn: passes_on[language],
        source,
      }
    })
    .filter(({ numbers, text }) => numbers.length > 0 || text !== null)
}
