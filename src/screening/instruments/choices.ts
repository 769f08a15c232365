// The answers that a question of the form offers, each with its weight: from its options, else its value set, else the
// code system.

import { weightInSystem } from './code-system.ts'
import type { FormItem } from './form.ts'
import type { Terminology } from './terminology.ts'
import { valueOf, type Value } from './value.ts'
import { membersOf } from './value-set.ts'
import { weightOnValue, type Weight } from './weight.ts'

export type Choice = { readonly value: Value; readonly weight: Weight }

export type Choices = {
  readonly choices: readonly Choice[]
  /** free: any answer of its type. listed: one of these. unknown: the value set is not, or not wholly, known here. */
  readonly kind: 'free' | 'listed' | 'unknown'
  /** Of an open question: an answer may be none of these. */
  readonly isOpen: boolean
}

export function choicesOf(item: FormItem, terms: Terminology): Choices {
  const isOpen = item.type === 'open-choice'
  if (item.answerOption !== undefined)
    return { choices: item.answerOption.flatMap((option) => choiceOf(option, terms)), kind: 'listed', isOpen }
  if (item.answerValueSet === undefined) return { choices: [], kind: 'free', isOpen }
  const { members, isWhole } = membersOf(item.answerValueSet, terms)
  const choices = members.map(({ system, code, weight }) => ({
    value: { kind: 'Coding' as const, system, code },
    weight: weight ?? weightInSystem(system, code, terms),
  }))
  return { choices, kind: isWhole ? 'listed' : 'unknown', isOpen }
}

function choiceOf(option: Readonly<Record<string, unknown>>, terms: Terminology): readonly Choice[] {
  const value = valueOf(option)
  if (value === undefined || value === 'unreadable') return []
  return [{ value, weight: weightOnValue(option) ?? weightOfCode(value, terms) }]
}

export const weightOfCode = (value: Value, terms: Terminology): Weight =>
  value.kind === 'Coding' && value.code !== undefined ? weightInSystem(value.system, value.code, terms) : undefined

export const hasWeights = ({ choices }: Choices): boolean => choices.some(({ weight }) => weight !== undefined)
