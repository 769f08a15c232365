// A note on a case: shared with the team, or for the writer's own discipline alone. Its words are sealed under the child's key.

import type { FieldPlace } from '../access/index.ts'
import type { IndividualId, NoteId } from '../shared/index.ts'

export type NoteView = {
  readonly id: NoteId
  readonly author: string
  readonly discipline: string
  readonly shared: boolean
  readonly writtenAt: Date
  /** Undefined once the child's record was erased. */
  readonly text: string | undefined
}

/** Where the next page of notes begins: after this one. */
export type NoteCursor = { readonly writtenAt: Date; readonly id: NoteId }

/** About eight pages; longer texts are documents. */
export const longestNote = 20_000

export const noteFault = (text: string): 'empty' | 'too-long' | undefined => {
  if (text.trim() === '') return 'empty'
  return text.length > longestNote ? 'too-long' : undefined
}

export const placeOfNote = (id: NoteId, child: IndividualId): FieldPlace => ({
  table: 'notes',
  column: 'body',
  row: id,
  owner: child,
})

/** Without case and without accents: 'José' is found by 'jose'. */
export const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
