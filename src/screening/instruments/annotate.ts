// The response as expressions see it: each answer carries the weight and the code system that were found for it, and the
// answers that do not count are gone. So weight() finds what our own sum found, in the same order, and never looks further.

import type { Judged } from './judge-answer.ts'
import type { Answer, Response, ResponseItem } from './response.ts'
import { withWeight } from './weight.ts'

export function annotate(
  response: Response,
  judged: ReadonlyMap<Answer, Judged>,
  isCounted: (answer: Answer) => boolean,
): Response {
  const ofItem = (item: ResponseItem): ResponseItem => ({
    ...item,
    ...(item.answer === undefined ? {} : { answer: item.answer.filter(isCounted).map(ofAnswer) }),
    ...(item.item === undefined ? {} : { item: item.item.map(ofItem) }),
  })
  const ofAnswer = (answer: Answer): Answer => ({
    ...answer,
    ...weighted(answer, judged.get(answer)),
    ...(answer.item === undefined ? {} : { item: answer.item.map(ofItem) }),
  })
  return { ...response, item: response.item.map(ofItem) }
}

function weighted(answer: Answer, judged: Judged | undefined): Readonly<Record<string, unknown>> {
  const key = Object.keys(answer).find((one) => /^value[A-Z]/.test(one))
  if (key === undefined || typeof judged?.weight !== 'number') return {}
  const value = answer[key]
  if (typeof value !== 'object') return { [`_${key}`]: { extension: withWeight(answer[`_${key}`], judged.weight) } }
  const system =
    judged.value?.kind === 'Coding' && judged.value.system !== undefined ? { system: judged.value.system } : {}
  return { [key]: { ...value, ...system, extension: withWeight(value, judged.weight) } }
}
