export { addCaregiver, type CaregiverFault, type CaregiverForm } from './add-caregiver.ts'
export {
  breakGlass,
  glassMinutes,
  glassReasons,
  isGlassReason,
  type GlassForm,
  type GlassReason,
} from './break-glass.ts'
export {
  individualColumns,
  isIndividualColumn,
  relationships,
  safeties,
  type CaregiverView,
  type CaseCursor,
  type CasePage,
  type CaseSummary,
  type CaseView,
  type IndividualColumn,
  type MaskedIndividual,
  type Relationship,
  type Safety,
  type TaskView,
  type TeamMember,
} from './case.ts'
export {
  caseActions,
  mayOnCase,
  mayReadNote,
  seesCase,
  type CaseAction,
  type CaseState,
  type Holder,
  type Relation,
} from './case-relation.ts'
export { isDay } from './casework.ts'
export type { Casework, FieldFault, FieldFaultCode, Who } from './casework.ts'
export { closeCase, reopenCase, type ChangeFault, type ReadCase } from './change-case.ts'
export { addToTeam, leaveCase, removeFromTeam, type TeamChange, type TeamFault } from './change-team.ts'
export { eraseIndividual } from './erase-individual.ts'
export { getCase } from './find-case.ts'
export { getErasure } from './find-erasure.ts'
export { finishTask, type FinishFault } from './finish-task.ts'
export type { IndividualForm } from './individual.ts'
export { listColleagues, type ColleagueView } from './list-colleagues.ts'
export { casesOnAPage, listCases } from './list-cases.ts'
export { mergeChildren, type MergeFault, type MergeForm } from './merge-children.ts'
export { myTasks, type OwnTask } from './my-tasks.ts'
export { longestNote, type NoteCursor, type NoteView } from './note.ts'
export { openCase, type NewCase, type OpenedCase } from './open-case.ts'
export { notesOnAPage, readNotes, searchNotes, type NotePage } from './read-notes.ts'
export { recordConflict, type ConflictFault } from './record-conflict.ts'
export { revealField, type FieldAsked } from './reveal-field.ts'
export { liftLegalHold, sealCase, setLegalHold, unsealCase, type SealFault } from './seal-case.ts'
export { searchCases, type CaseFinds, type CaseSearch } from './search-cases.ts'
export { setTask, type TaskFault, type TaskForm } from './set-task.ts'
export { shareNote, type ShareFault } from './share-note.ts'
export { taskKinds, type TaskKind, type TaskState } from './task.ts'
export { writeNote, type NoteFault, type NoteForm } from './write-note.ts'
