// Why a step stands where it stands; each reason has its sentence in content/messages as `why.<reason>`.

import type { StepKey } from './line.ts'
import type { Topic } from './shown.ts'

export const stepReasons = [
  'danger',
  'suicidal',
  'missing-police',
  'missing-ncmec',
  'missing-images-ncmec',
  'missing-support',
  'tribe',
  'tribe-unknown',
  'military',
  'cps-caregiver',
  'cps-not-caregiver',
  'cps-unsure',
  'cps-no-number',
  'cps-police-only',
  'cps-after-office',
  'police-caregiver',
  'police-not-caregiver',
  'police-unsure',
  'police-no-number',
  'police-closed-now',
  'police-closed-hours',
  'police-both-always',
  'trafficking',
  'trafficking-unsure',
  'images-ncmec',
  'trafficking-ncmec',
  'maybe-missing-ncmec',
  'maybe-images-ncmec',
  'native-support',
  'childhelp-no-number',
  'childhelp-partial',
  'childhelp',
  'federal-tips',
  'abroad-danger',
  'abroad-suicidal',
  'abroad-missing',
  'abroad-police',
  'abroad-embassy',
  'abroad-ncmec',
  'abroad-images-ncmec',
  'abroad-hotline',
  'abroad-childhelp',
] as const

export type StepReason = (typeof stepReasons)[number]

export type PlannedStep = { readonly line: StepKey; readonly reason: StepReason; readonly topic: Topic }

export const step = (line: StepKey, reason: StepReason, topic: Topic = 'any'): PlannedStep => ({ line, reason, topic })
