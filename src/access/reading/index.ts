export type { Alert } from './alert-queries.ts'
export {
  checkLog,
  checkOutcomes,
  logState,
  longestCheck,
  type CheckOutcome,
  type LogCheck,
  type LogState,
} from './log-state.ts'
export {
  isPlainReader,
  plainDays,
  plainLog,
  plainReaders,
  preparePlainLog,
  type PlainAsked,
  type PlainReader,
} from './plain-log.ts'
export type { After, CaseFacts, PersonFacts, Reading, ReadingDay } from './reading-queries.ts'
export { reportUnusualReading, unusual, watchReading, type WatchParts } from './watch-reading.ts'
export {
  findRecord,
  listAlerts,
  ownActivity,
  pageSize,
  whatWasLookedAt,
  whoLooked,
  type Looked,
  type LookedAt,
  type ReadingPage,
} from './who-looked.ts'
