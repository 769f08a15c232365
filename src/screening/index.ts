export { assess, nextSteps, reasonOf, type Assessment, type NextStep, type Noticed } from './assess.ts'
export { answered, isActionable, observationOf, type Observation } from './observation.ts'
export { perHundred, toOneDecimal, type PerHundred } from './instruments/per-hundred.ts'
export type { Finding } from './narrative/finding.ts'
export { packLexicon, unpackLexicon, type PackedLexicon } from './narrative/packed-lexicon.ts'
export { compileLexicon, type CompiledLexicon } from './narrative/compile-lexicon.ts'
export type { CopyUnits } from './narrative/units.ts'
export { buildScanner, scannerOf, type Scan, type Scanner, type ScanOptions } from './narrative/scan.ts'
export { buildContextReader, type PhraseContext, type ReadContext } from './narrative/context-alone.ts'
export type { Evaluate } from './instruments/calculation.ts'
export {
  scoringDefinitionSchema,
  scoringRules,
  validForSchema,
  type CutOff,
  type MissingPolicy,
  type ScoringDefinition,
  type ScoringRule,
  type ValidFor,
} from './instruments/definition.ts'
export type { FormProblem, FormProblemCode } from './instruments/form-problem.ts'
export { parseScoringDefinition, type ParsedDefinition } from './instruments/parse-definition.ts'
export { score, type Score, type ScoreOptions } from './instruments/score.ts'
export { scoreWithExpressions } from './instruments/score-with-expressions.ts'
export { toObservation, type ScoreObservation } from './instruments/to-observation.ts'
