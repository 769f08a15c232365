// The order of whom to call: pure rules over the situation, one line each (docs/decisions/2026-11-24-directory-rules.md).
// A plan names records and reasons; `route` fills in numbers and words. No plan that is not an emergency is 911 alone.

import type { Directory, LineKey } from './directory.ts'
import type { JurisdictionCode } from './jurisdiction.ts'
import { mayShowLine, shownPhones, type Audience, type Topic } from './shown.ts'
import type { Situation } from './situation.ts'

/** Why a step stands where it stands; each has its sentence in content/messages as `why.<reason>`. */
export const stepReasons = [
  'danger',
  'suicidal',
  'missing-police',
  'missing-ncmec',
  'missing-images-ncmec',
  'missing-support',
  'cps-caregiver',
  'cps-not-caregiver',
  'cps-unsure',
  'cps-no-number',
  'cps-police-only',
  'police-caregiver',
  'police-not-caregiver',
  'police-unsure',
  'police-no-number',
  'police-closed-hours',
  'police-both-always',
  'trafficking',
  'trafficking-unsure',
  'images-ncmec',
  'trafficking-ncmec',
  'childhelp-no-number',
  'childhelp-partial',
  'childhelp',
] as const

export type StepReason = (typeof stepReasons)[number]

export type PlannedStep = { readonly line: LineKey; readonly reason: StepReason; readonly topic: Topic }

export type Question = {
  readonly jurisdiction: JurisdictionCode
  readonly situations: readonly Situation[]
  readonly audience: Audience
}

export function planSteps(question: Question, directory: Directory): readonly PlannedStep[] {
  const is = (situation: Situation): boolean => question.situations.includes(situation)
  const sold = is('trafficking') || is('images')
  const planned: readonly (PlannedStep | false)[] = [
    is('danger') && step('US/emergency', 'danger'),
    is('suicidal') && step('US/988', 'suicidal'),
    is('missing') && step('US/police', 'missing-police'),
    is('missing') && step('US/ncmec', is('images') ? 'missing-images-ncmec' : 'missing-ncmec'),
    ...reportTo(question, directory),
    is('images') && !is('missing') && step('US/ncmec', 'images-ncmec'),
    sold && step('US/trafficking-hotline', 'trafficking'),
    is('trafficking') && !is('images') && !is('missing') && step('US/ncmec', 'trafficking-ncmec'),
    step('US/trafficking-hotline', 'trafficking-unsure'),
    is('missing') && step('US/runaway', 'missing-support'),
    step('US/childhelp', 'childhelp'),
  ]
  return onceEach(
    planned
      .filter((one) => one !== false)
      .filter(({ line }) => mayShowLine(directory, directory.lines[line], question.audience)),
  )
}

const step = (line: LineKey, reason: StepReason, topic: Topic = 'any'): PlannedStep => ({ line, reason, topic })

/**
 * The state's line and the police, in the order that fits who is suspected; who finds the county's line comes straight
 * after a line without a number. Whoever called 911 has called the police.
 */
function reportTo(question: Question, directory: Directory): readonly PlannedStep[] {
  const reason = childhelpReason(question, directory)
  const cps = [
    step(question.jurisdiction, cpsReason(question, directory), topicOf(question)),
    ...(reason === 'childhelp' ? [] : [step('US/childhelp', reason)]),
  ]
  const police = question.situations.includes('danger') ? [] : [step('US/police', policeReason(question, directory))]
  return onlyOutsiderSuspected(question) ? [...police, ...cps] : [...cps, ...police]
}

const onlyOutsiderSuspected = ({ situations }: Question): boolean =>
  situations.includes('not-caregiver') && !situations.includes('caregiver-suspected')

const topicOf = ({ situations }: Question): Topic => {
  if (situations.includes('trafficking')) return 'trafficking'
  return situations.length === 0 || situations.includes('images') ? 'any' : 'abuse'
}

export const hasNumber = (question: Question, directory: Directory): boolean =>
  shownPhones(directory, directory.lines[question.jurisdiction], question.audience, topicOf(question)).some(
    ({ tty }) => !tty,
  )

function cpsReason(question: Question, directory: Directory): StepReason {
  const { rules } = directory
  if (onlyOutsiderSuspected(question) && rules.police_only_unless_caregiver.includes(question.jurisdiction))
    return 'cps-police-only'
  if (!hasNumber(question, directory)) return 'cps-no-number'
  if (question.situations.includes('caregiver-suspected')) return 'cps-caregiver'
  return question.situations.includes('not-caregiver') ? 'cps-not-caregiver' : 'cps-unsure'
}

function policeReason(question: Question, directory: Directory): StepReason {
  const { rules } = directory
  if (onlyOutsiderSuspected(question)) return 'police-not-caregiver'
  if (rules.both_always.includes(question.jurisdiction)) return 'police-both-always'
  if (rules.limited_hours.includes(question.jurisdiction)) return 'police-closed-hours'
  if (!hasNumber(question, directory)) return 'police-no-number'
  return question.situations.includes('caregiver-suspected') ? 'police-caregiver' : 'police-unsure'
}

function childhelpReason(question: Question, directory: Directory): StepReason {
  if (!hasNumber(question, directory)) return 'childhelp-no-number'
  return directory.rules.partial.includes(question.jurisdiction) ? 'childhelp-partial' : 'childhelp'
}

/** A record is named once, where it is named first. */
function onceEach(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  return steps.filter(({ line }, at) => steps.findIndex((other) => other.line === line) === at)
}
