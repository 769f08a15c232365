export { assess, nextSteps, reasonOf, type Assessment, type NextStep, type Noticed } from './assess.ts'
export { answered, isActionable, type Observation } from './observation.ts'
export { buildScanner, type Finding, type Scan, type Scanner } from './narrative/scan.ts'
export { buildContextReader, type PhraseContext, type ReadContext } from './narrative/context-alone.ts'
