export { countiesOf, countiesOfZip, countyName, sameCounty, type CountyHint } from './county.ts'
export { parseDirectory, type Directory } from './directory.ts'
export { dutyText, type DutyText } from './duty-text.ts'
export { composeHandout, type ComposedHandout, type HandoutCall } from './handout.ts'
export { handoutPdf } from './handout-pdf.ts'
export { isOpen, type Open, type OpeningHours } from './hours.ts'
export { isJurisdiction, jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
export type { Line, LineKey, StepKey } from './line.ts'
export { linesForAll, type LineForAll } from './lines-for-all.ts'
export { planSteps } from './plan-steps.ts'
export { lands, type HomeQuestion, type Land, type Question } from './question.ts'
export {
  longest,
  reportSections,
  typedFields,
  typedFrom,
  type ReportSection,
  type Typed,
  type TypedField,
} from './report-fields.ts'
export { composeSheet, whatTheyAsk, type ReportSheet } from './report-sheet.ts'
export { asksCounty } from './report-to.ts'
export { route, type Route, type Step, type StepPhone } from './route.ts'
export { sheetText } from './sheet-text.ts'
export { sheetPdf } from './sheet-pdf.ts'
export { audiences, shownNumber, type Audience } from './shown.ts'
export { isSituation, situations, type Situation } from './situation.ts'
export { stepReasons, type StepReason } from './step-reason.ts'
export { whoListens, type Listener } from './who-listens.ts'
export { dateIn } from './dates.ts'
export {
  assumptions,
  deadline,
  localTime,
  type Assumption,
  type Deadline,
  type Deadlines,
  type LocalTime,
} from './deadline.ts'
export { dueAfter } from './due.ts'
export { instantOf, isAtClockChange, type WrongPart, type Written } from './moment.ts'
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
