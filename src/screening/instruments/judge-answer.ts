// Judges one answer against its question: is it of the right kind, one of those offered, and what does it weigh?
// The weight: on the answer itself, else on the option, else in the value set, else in the code system (HL7 SDC).

import { weightOfCode, type Choices } from './choices.ts'
import type { FormItem } from './form.ts'
import type { FormProblemCode } from './form-problem.ts'
import type { Answer } from './response.ts'
import type { Terminology } from './terminology.ts'
import { sameValue, valueOf, type CodingValue, type Value, type ValueKind } from './value.ts'
import { weightOnValue, type Weight } from './weight.ts'

export type Judged = {
  readonly answer: Answer
  /** Undefined when it cannot be read. A code has its system, if need be that of the form. */
  readonly value: Value | undefined
  readonly weight: Weight
  readonly slips: readonly FormProblemCode[]
}

/** What each type of question takes; a choice, what its options are. */
const taken: Readonly<Record<string, readonly ValueKind[]>> = {
  boolean: ['Boolean'],
  decimal: ['Decimal', 'Integer'],
  integer: ['Integer'],
  date: ['Date'],
  dateTime: ['DateTime'],
  time: ['Time'],
  string: ['String'],
  text: ['String'],
  url: ['Uri'],
  choice: ['Coding'],
  'open-choice': ['Coding', 'String'],
  attachment: ['Attachment'],
  reference: ['Reference'],
  quantity: ['Quantity'],
  display: [],
  group: [],
}

export const isKnownType = (type: string): boolean => Object.hasOwn(taken, type)

export function judgeAnswer(answer: Answer, item: FormItem, offered: Choices, terms: Terminology): Judged {
  const value = valueOf(answer)
  if (value === undefined || value === 'unreadable') return unusable(answer, 'answer-unreadable')
  if (!takes(item, offered, value.kind)) return unusable(answer, 'answer-type-wrong')
  if (value.kind !== 'Coding' || value.system !== undefined) return judgeValue(answer, value, offered, terms)
  const { slip, system } = systemFor(value, offered)
  if (slip !== undefined && slip !== 'system-assumed') return { ...unusable(answer, slip), value }
  const judged = judgeValue(answer, { ...value, system }, offered, terms)
  return { ...judged, slips: [...(slip === undefined ? [] : [slip]), ...judged.slips] }
}

const unusable = (answer: Answer, slip: FormProblemCode): Judged => ({
  answer,
  value: undefined,
  weight: undefined,
  slips: [slip],
})

const takes = ({ type }: FormItem, { choices }: Choices, kind: ValueKind): boolean =>
  (Object.hasOwn(taken, type) && taken[type]?.includes(kind) === true) ||
  (/choice$/.test(type) && choices.some(({ value }) => value.kind === kind))

/** A code without a system is taken for the only one of the form that it can be; never for one of several. */
function systemFor(
  { code }: CodingValue,
  { choices, kind, isOpen }: Choices,
): { readonly slip?: FormProblemCode; readonly system: string | undefined } {
  const fitting = choices.flatMap(({ value }) => (value.kind === 'Coding' && value.code === code ? [value.system] : []))
  const [system, ...others] = new Set(fitting)
  if (code === undefined) return { slip: 'unknown-code', system: undefined }
  if (fitting.includes(undefined)) return { system: undefined }
  if (others.length > 0) return { slip: 'code-ambiguous', system: undefined }
  if (system !== undefined) return { slip: 'system-assumed', system }
  return { slip: kind === 'listed' && !isOpen ? 'unknown-code' : 'system-missing', system: undefined }
}

function judgeValue(answer: Answer, value: Value, { choices, kind, isOpen }: Choices, terms: Terminology): Judged {
  const choice = choices.find((one) => sameValue(one.value, value))
  if (choice === undefined && kind === 'listed' && !isOpen)
    return { ...unusable(answer, value.kind === 'Coding' ? 'unknown-code' : 'unknown-answer'), value }
  const weight = weightOnValue(answer) ?? choice?.weight ?? weightOfCode(value, terms)
  return { answer, value, weight, slips: weight === 'unclear' ? ['weight-unclear'] : [] }
}
