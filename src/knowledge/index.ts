export { acceptForm, withLicence } from './accept-form.ts'
export { noCenter, type CalledNumber, type Center, type CenterProfile, type LocalOffice, type Tribe } from './center.ts'
export {
  evidenceClasses,
  type Evidence,
  type EvidenceClass,
  type Explanation,
  type Explanations,
} from './explanation.ts'
export { findHandoutFaults } from './handout-check.ts'
export {
  handoutKinds,
  handoutNames,
  type Handout,
  type HandoutName,
  type Handouts,
  type HandoutSection,
} from './handout.ts'
export {
  indicatorCodes,
  indicatorRoles,
  isIndicatorCode,
  type Indicator,
  type IndicatorCode,
  type IndicatorRole,
} from './indicator.ts'
export { findInstrumentFaults } from './instrument-check.ts'
export { formTextIn, licenceOf, type InstrumentForm, type InstrumentFormItem } from './instrument-form.ts'
export {
  instrumentConfidences,
  instrumentIds,
  screeners,
  screeningSettings,
  type AccuracyRow,
  type Instrument,
  type InstrumentConfidence,
  type InstrumentFigure,
  type InstrumentId,
  type InstrumentItem,
  type Screener,
  type ScreeningSetting,
} from './instrument.ts'
export { formFile, loadInstruments, type Instruments, type LoadedInstrument } from './load-instruments.ts'
export { isLanguage, languages, type Bilingual, type Language } from './language.ts'
export {
  triggerKinds,
  type ConceptEntry,
  type IndicatorEntry,
  type Lexicon,
  type LexiconEntry,
  type LexiconPart,
  type TriggerEntry,
  type TriggerKind,
} from './lexicon.ts'
export type { Listeners } from './listeners.ts'
export { loadContent, type Content, type DirectoryFiles } from './load-content.ts'
export { loadLexicon } from './load-lexicon.ts'
export { placeholders, sayIn, type MessageKey, type Messages, type Say } from './messages.ts'
export { findPageFaults } from './page-check.ts'
export { pageSections, type Page, type Pages, type PageSection } from './page.ts'
export { findPracticeFaults } from './practice-check.ts'
export {
  practiceBands,
  type Practice,
  type PracticeBand,
  type PracticeChoice,
  type PracticeScenario,
  type PracticeText,
} from './practice.ts'
export type { PageSource, Provenance } from './provenance.ts'
export { countReading, fernandezHuertaEase, fleschKincaidGrade, plainText, spanishSyllables } from './readability.ts'
export { findRefusedWords } from './word-list.ts'
