// Which questions were to be asked, after the answers to others (enableWhen). What stands in a question that was not to be
// asked was not to be asked either, and its answers decide nothing.
// Source: HL7 FHIR R4, Questionnaire.item.enableWhen, https://hl7.org/fhir/R4/questionnaire.html.

import { everyAsked, type Asked } from './asked.ts'
import { conditionHolds } from './condition.ts'
import type { Condition } from './form.ts'
import type { Note } from './form-problem.ts'

export type IsEnabled = (asked: Asked) => boolean

export function enabledIn(roots: readonly Asked[], note: Note): IsEnabled {
  const decided = new Map<Asked, boolean | 'deciding'>()
  const isEnabled: IsEnabled = (asked) => {
    const known = decided.get(asked)
    if (known === 'deciding') note('enable-when-loop', asked.item.linkId)
    if (known !== undefined) return known === true
    decided.set(asked, 'deciding')
    const enabled = (asked.parent === null || isEnabled(asked.parent)) && holdsFor(asked)
    decided.set(asked, enabled)
    return enabled
  }
  const holdsFor = (asked: Asked): boolean => {
    const { enableWhen = [], enableBehavior, linkId } = asked.item
    if (enableWhen.length > 1 && enableBehavior === undefined) note('enable-behavior-missing', linkId)
    const holds = enableWhen.map((condition) => meets(asked, condition))
    return enableBehavior === 'any' && holds.length > 0 ? holds.includes(true) : !holds.includes(false)
  }
  const meets = (asked: Asked, condition: Condition): boolean => {
    const nearest = nearestTo(asked, condition.question, roots)
    if (nearest.length === 0) note('enable-when-unknown', asked.item.linkId)
    const answers = nearest.filter(isEnabled).flatMap((one) => one.answers)
    const holds = conditionHolds(condition, answers)
    if (holds === undefined) note('enable-when-unclear', asked.item.linkId)
    return holds === true
  }
  return isEnabled
}

/** The question itself when `asked` stands in it, else those in the smallest group around both. */
function nearestTo(asked: Asked, linkId: string, roots: readonly Asked[]): readonly Asked[] {
  for (let around = asked.parent; around !== null; around = around.parent) {
    if (around.item.linkId === linkId) return [around]
    const found = everyAsked(around.children).filter(({ item }) => item.linkId === linkId)
    if (found.length > 0) return found
  }
  return everyAsked(roots).filter(({ item }) => item.linkId === linkId)
}
