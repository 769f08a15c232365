export {
  caseId,
  centerId,
  individualId,
  isUuid,
  noteId,
  personId,
  taskId,
  type CaseId,
  type CenterId,
  type IndividualId,
  type NoteId,
  type PersonId,
  type TaskId,
} from './id.ts'
export { fill, Problem, problemCodes, type ProblemCode, type ProblemDetails } from './problem.ts'
export { failed, ok, type Result } from './result.ts'
