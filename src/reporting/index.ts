export { parseDirectory, type Directory, type Line, type LineKey } from './directory.ts'
export { dutyText, type DutyText } from './duty-text.ts'
export { isJurisdiction, jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
export { linesForAll, type LineForAll } from './lines-for-all.ts'
export { planSteps, stepReasons, type Question, type StepReason } from './plan-steps.ts'
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
export { route, type Route, type Step } from './route.ts'
export { sheetText } from './sheet-text.ts'
export { sheetPdf } from './sheet-pdf.ts'
export { audiences, type Audience } from './shown.ts'
export { isSituation, situations, type Situation } from './situation.ts'
export { whoListens, type Listener } from './who-listens.ts'
export { jurisdictionOfZip, type ZipReason } from './zip.ts'
