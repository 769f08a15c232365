export {
  assumptions,
  deadline,
  localTime,
  type Assumption,
  type Deadline,
  type Deadlines,
  type LocalTime,
} from './deadline.ts'
export { parseDirectory, type Directory, type Line, type LineKey } from './directory.ts'
export { dueAfter } from './due.ts'
export type { DutyText } from './duty-text.ts'
export { isJurisdiction, jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
export { instantOf, type WrongPart, type Written } from './moment.ts'
export { planSteps, stepReasons, type Question, type StepReason } from './plan-steps.ts'
export { composeSheet, longest, typedFields, type ReportSheet, type Typed } from './report-sheet.ts'
export { dateIn, route, type Route, type Step } from './route.ts'
export { sheetPdf } from './sheet-pdf.ts'
export { audiences, type Audience } from './shown.ts'
export { isSituation, situations, type Situation } from './situation.ts'
export {
  boundByTerm,
  starts,
  termConditions,
  type DutyTerm,
  type FederalDuty,
  type Term,
  type TimedDuty,
} from './term.ts'
export { federalDuties, type FederalDutyName } from './terms.ts'
export { jurisdictionOfZip, type ZipReason } from './zip.ts'
export { zonesOf, type Zone, type Zones } from './zones.ts'
