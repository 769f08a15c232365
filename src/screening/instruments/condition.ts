// One condition of enableWhen against the answers to its question.
// Source: HL7 FHIR R4, https://hl7.org/fhir/R4/valueset-questionnaire-enable-operator.html.

import type { Condition } from './form.ts'
import type { Answer } from './response.ts'
import { inOrder, sameValue, valueOf, type Value } from './value.ts'

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
}

/** Undefined when it cannot be decided: an operator or a pair of values that has no meaning. */
export function conditionHolds(condition: Condition, answers: readonly Answer[]): boolean | undefined {
  const wanted = valueOf(condition, 'answer')
  if (wanted === undefined || wanted === 'unreadable') return undefined
  if (condition.operator === 'exists')
    return wanted.kind === 'Boolean' ? answers.length > 0 === wanted.value : undefined
  const given = answers.map((answer) => valueOf(answer)).filter((one) => one !== undefined && one !== 'unreadable')
  if (given.some((one) => !isComparable(one, wanted))) return undefined
  if (condition.operator === '=') return given.some((one) => isSame(one, wanted))
  if (condition.operator === '!=') return !given.some((one) => isSame(one, wanted))
  return inThatOrder(condition.operator, given, wanted)
}

function inThatOrder(operator: string, given: readonly Value[], wanted: Value): boolean | undefined {
  const isRight = Object.hasOwn(orders, operator) ? orders[operator] : undefined
  const found = given.map((one) => inOrder(one, wanted)).filter((order) => order !== undefined)
  return isRight === undefined || found.length < given.length ? undefined : found.some(isRight)
}

const numeric: readonly string[] = ['Decimal', 'Integer']

/** A free text beside codes is simply another answer. */
const isComparable = (one: Value, wanted: Value): boolean =>
  one.kind === wanted.kind ||
  (numeric.includes(one.kind) && numeric.includes(wanted.kind)) ||
  (one.kind === 'String' && wanted.kind === 'Coding')

/** A code that does not say its system is compared by itself: that it does not is a problem of its own question. */
function isSame(one: Value, wanted: Value): boolean {
  if (one.kind === 'Coding' && wanted.kind === 'Coding' && (one.system === undefined || wanted.system === undefined))
    return one.code === wanted.code
  return sameValue(one, wanted)
}
