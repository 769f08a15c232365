// Every action on a case as a door: what rule it stands under and how it is tried. The doors are tried by people who may not, so
// that nothing changes; who may is tested action by action.

import {
  addCaregiver,
  addToTeam,
  closeCase,
  finishTask,
  getCase,
  leaveCase,
  liftLegalHold,
  mergeChildren,
  readNotes,
  recordConflict,
  removeFromTeam,
  reopenCase,
  revealField,
  sealCase,
  searchNotes,
  setLegalHold,
  setTask,
  shareNote,
  unsealCase,
  writeNote,
  type CaseAction,
  type Casework,
} from '../../src/casework/index.ts'
import type { SignedIn } from '../../src/access/index.ts'
import {
  individualId,
  noteId,
  taskId,
  type CaseId,
  type IndividualId,
  type NoteId,
  type TaskId,
} from '../../src/shared/index.ts'
import { personOf } from '../cast.ts'
import { maya, nobody } from './stage.ts'

export type DoorKind = { readonly name: string; readonly action: CaseAction; readonly open: Door }
/** What stands on the case that is tried, all of it real where the case is. `other`: a case of another child. */
export type Things = {
  readonly id: CaseId
  readonly child: IndividualId
  readonly note: NoteId
  readonly task: TaskId
  readonly other: CaseId
}

export const noThings: Things = {
  id: nobody,
  child: individualId(nobody),
  note: noteId(nobody),
  task: taskId(nobody),
  other: nobody,
}

type Door = (casework: Casework, who: SignedIn, on: Things) => Promise<unknown>

const member = personOf('abel')
const door = (name: string, action: CaseAction, open: Door): DoorKind => ({ name, action, open })

export const doors: readonly DoorKind[] = [
  door('getCase', 'see', (work, who, { id }) => getCase(work, who, id)),
  door('readNotes', 'see', (work, who, { id }) => readNotes(work, who, id)),
  door('searchNotes', 'see', (work, who, { id }) => searchNotes(work, who, { id, words: 'school' })),
  door('leaveCase', 'see', (work, who, { id }) => leaveCase(work, who, id)),
  door('recordConflict of oneself', 'see', (work, who, { id }) =>
    recordConflict(work, who, { id, member: who.person }),
  ),
  door('revealField', 'reveal', (work, who, { id, child }) =>
    revealField(work, who, { id, of: child, column: 'phone' }),
  ),
  door('closeCase', 'change', (work, who, { id }) => closeCase(work, who, { id, version: 1 })),
  door('reopenCase', 'change', (work, who, { id }) => reopenCase(work, who, { id, version: 1 })),
  door('addCaregiver', 'change', (work, who, { id }) =>
    addCaregiver(work, who, { id, caregiver: { ...maya, relationship: 'mother', safety: 'unknown' } }),
  ),
  door('addToTeam', 'team', (work, who, { id }) => addToTeam(work, who, { id, member })),
  door('removeFromTeam', 'team', (work, who, { id }) => removeFromTeam(work, who, { id, member })),
  door('recordConflict', 'team', (work, who, { id }) => recordConflict(work, who, { id, member })),
  door('sealCase', 'seal', (work, who, { id }) => sealCase(work, who, { id, version: 1 })),
  door('unsealCase', 'seal', (work, who, { id }) => unsealCase(work, who, { id, version: 1 })),
  door('setLegalHold', 'hold', (work, who, { id }) => setLegalHold(work, who, { id, version: 1 })),
  door('liftLegalHold', 'hold', (work, who, { id }) => liftLegalHold(work, who, { id, version: 1 })),
  door('writeNote', 'write-note', (work, who, { id }) => writeNote(work, who, { id, text: 'A note.', shared: true })),
  door('shareNote', 'write-note', (work, who, { id, note }) => shareNote(work, who, { id, note })),
  door('setTask', 'write-task', (work, who, { id }) =>
    setTask(work, who, { id, kind: 'interview', assignee: member, dueOn: '2026-12-01' }),
  ),
  door('finishTask', 'write-task', (work, who, { id, task }) => finishTask(work, who, { id, task })),
  door('mergeChildren', 'merge', (work, who, { id, other }) => mergeChildren(work, who, { kept: id, gone: other })),
]
