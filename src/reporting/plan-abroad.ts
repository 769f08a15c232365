// Whom to call when the child is outside the United States. No line of ours is local there: first that country's own help
// in words, then the embassy, then our lines for a child who is from here, each saying that it is not for there.

import type { AbroadQuestion } from './question.ts'
import type { Situation } from './situation.ts'
import { step, type PlannedStep, type StepReason } from './step-reason.ts'

/** No record says that its line answers calls from abroad, but for Childhelp's in Canada (read 2026-11-22). */
export function planAbroad({ situations }: AbroadQuestion): readonly (PlannedStep | false)[] {
  const is = (situation: Situation): boolean => situations.includes(situation)
  return [
    step('abroad-emergency', emergencyReason(is)),
    step('abroad-embassy', 'abroad-embassy'),
    (is('missing') || is('images') || is('trafficking') || is('maybe-missing') || is('maybe-images')) &&
      step('US/ncmec', is('images') ? 'abroad-images-ncmec' : 'abroad-ncmec'),
    step('US/trafficking-hotline', 'abroad-hotline'),
    step('US/childhelp', 'abroad-childhelp'),
  ]
}

function emergencyReason(is: (situation: Situation) => boolean): StepReason {
  if (is('danger')) return 'abroad-danger'
  if (is('suicidal')) return 'abroad-suicidal'
  return is('missing') ? 'abroad-missing' : 'abroad-police'
}
