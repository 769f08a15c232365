export { centerId, isUuid, personId, type CenterId, type PersonId } from './id.ts'
export { fill, Problem, problemCodes, type ProblemCode, type ProblemDetails } from './problem.ts'
export { failed, ok, type Result } from './result.ts'
