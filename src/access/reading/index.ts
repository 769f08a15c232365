export { type After, type Alert, type CaseFacts, type Reading } from './reading-queries.ts'
export { reportUnusualReading, unusual, watchReading } from './watch-reading.ts'
export {
  findRecord,
  listAlerts,
  pageSize,
  plainLog,
  plainReadings,
  whatWasLookedAt,
  whoLooked,
  type PlainReading,
  type Reader,
} from './who-looked.ts'
