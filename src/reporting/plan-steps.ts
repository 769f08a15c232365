// The order of whom to call: pure rules over the situation, one line each (docs/decisions/2026-11-24-directory-rules.md).
// A plan names lines and reasons; `route` fills in numbers and words. No plan that is not an emergency is 911 alone.

import type { Temporal } from 'temporal-polyfill'

import { lineOf, type Directory } from './directory.ts'
import { planAbroad } from './plan-abroad.ts'
import type { HomeQuestion, Question } from './question.ts'
import { reportTo } from './report-to.ts'
import { mayShowLine } from './shown.ts'
import type { Situation } from './situation.ts'
import { step, type PlannedStep } from './step-reason.ts'

type Planned = readonly (PlannedStep | false)[]

export function planSteps(question: Question, directory: Directory, now: Temporal.Instant): readonly PlannedStep[] {
  const planned = question.land === 'abroad' ? planAbroad(question) : planAtHome(question, directory, now)
  return onceEach(
    [...planned, ...federalTips(question)]
      .filter((one) => one !== false)
      .filter(({ line }) => mayShowLine(directory, lineOf(directory, line), question.audience)),
  )
}

function planAtHome(question: HomeQuestion, directory: Directory, now: Temporal.Instant): Planned {
  const is = (situation: Situation): boolean => question.situations.includes(situation)
  const sold = is('trafficking') || is('images')
  return [
    is('danger') && step('US/emergency', 'danger'),
    is('suicidal') && step('US/988', 'suicidal'),
    is('missing') && step('US/police', 'missing-police'),
    is('missing') && step('US/ncmec', is('images') ? 'missing-images-ncmec' : 'missing-ncmec'),
    ...onTheLand(question, directory),
    ...reportTo(question, directory, now),
    is('images') && !is('missing') && step('US/ncmec', 'images-ncmec'),
    sold && step('US/trafficking-hotline', 'trafficking'),
    is('trafficking') && !is('images') && !is('missing') && step('US/ncmec', 'trafficking-ncmec'),
    is('maybe-missing') && step('US/ncmec', 'maybe-missing-ncmec'),
    is('maybe-images') && step('US/ncmec', 'maybe-images-ncmec'),
    step('US/trafficking-hotline', 'trafficking-unsure'),
    is('missing') && step('US/runaway', 'missing-support'),
    question.land === 'tribal' && step('US/stronghearts', 'native-support'),
    step('US/childhelp', 'childhelp'),
  ]
}

/** On tribal land the Tribe's own police and services come first; on a base, the military police. The state's line follows. */
function onTheLand({ land, jurisdiction }: HomeQuestion, { tribes }: Directory): Planned {
  if (land === 'military') return [step('military', 'military')]
  if (land !== 'tribal') return []
  const there = tribes.filter(({ states }) => states.includes(jurisdiction))
  return there.length === 0 ? [step('tribe', 'tribe-unknown')] : there.map(({ line }) => step(line.key, 'tribe'))
}

/** Last, and never for the public (rules.yaml): the public door does not lead to federal agents. */
const federalTips = ({ audience, situations }: Question): Planned =>
  audience === 'professional' && situations.includes('trafficking')
    ? [step('US/hsi', 'federal-tips'), step('US/fbi', 'federal-tips')]
    : []

/** A line is named once, where it is named first. */
function onceEach(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  return steps.filter(({ line }, at) => steps.findIndex((other) => other.line === line) === at)
}
