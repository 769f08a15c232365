export { assess, nextSteps, reasonOf, type Assessment, type NextStep, type Noticed } from './assess.ts'
export { answered, isActionable, type Observation } from './observation.ts'
export { perHundred, toOneDecimal, type PerHundred } from './instruments/per-hundred.ts'
