// What the engine says of one place of a note.

import type { IndicatorCode } from '../../knowledge/index.ts'
import type { Status } from './context/status.ts'

export type Finding = Status & {
  readonly code: IndicatorCode
  /** UTF-16 code units of the text as given; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The entry of the lexicon: language/id. */
  readonly rule: string
}
