// A response laid over its form: each question and group where it stands, with its answers, and also those that were left
// out, so that what is missing can be seen. A repeated group stands there once for each time it was filled in.

import type { FormItem } from './form.ts'
import type { Note } from './form-problem.ts'
import type { Answer, ResponseItem } from './response.ts'
import { valueOf } from './value.ts'

export type Asked = {
  readonly item: FormItem
  readonly parent: Asked | null
  /** Those that hold a value. */
  readonly answers: readonly Answer[]
  readonly children: readonly Asked[]
}

export function layOver(items: readonly FormItem[], given: readonly ResponseItem[], note: Note): readonly Asked[] {
  return level(items, given, null, { note, known: knownIn(items) })
}

type Laying = { readonly note: Note; readonly known: ReadonlySet<string> }

const knownIn = (items: readonly FormItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => [item.linkId, ...knownIn(item.item ?? [])]))

function level(
  items: readonly FormItem[],
  given: readonly ResponseItem[],
  parent: Asked | null,
  laying: Laying,
): readonly Asked[] {
  const here = new Set(items.map(({ linkId }) => linkId))
  for (const { linkId } of given)
    if (!here.has(linkId)) laying.note(laying.known.has(linkId) ? 'misplaced-item' : 'unknown-linkid', linkId)
  return items.flatMap((item) => {
    const found = given.filter(({ linkId }) => linkId === item.linkId)
    return item.type === 'group' ? groups(item, found, parent, laying) : [question(item, found, parent, laying)]
  })
}

function groups(
  item: FormItem,
  found: readonly ResponseItem[],
  parent: Asked | null,
  laying: Laying,
): readonly Asked[] {
  if (found.length > 1 && item.repeats !== true) laying.note('several-groups', item.linkId)
  const filled: readonly (readonly ResponseItem[])[] = found.length === 0 ? [[]] : found.map((one) => one.item ?? [])
  if (found.some(({ answer = [] }) => answer.length > 0)) laying.note('answer-type-wrong', item.linkId)
  return filled.map((within) => place({ item, parent, answers: [] }, [within], laying))
}

/** What stands in a question stands in its answers; some systems put it beside them, which means the same. */
function question(item: FormItem, found: readonly ResponseItem[], parent: Asked | null, laying: Laying): Asked {
  const given = found.flatMap(({ answer = [] }) => answer)
  const [first = [], ...others] = given.map((answer) => answer.item ?? [])
  const beside = found.flatMap((one) => one.item ?? [])
  const answers = given.filter((answer) => valueOf(answer) !== undefined)
  if (item.type === 'display' && answers.length > 0) laying.note('answer-type-wrong', item.linkId)
  return place({ item, parent, answers }, [[...first, ...beside], ...others], laying)
}

function place(self: Omit<Asked, 'children'>, contents: readonly (readonly ResponseItem[])[], laying: Laying): Asked {
  const children: Asked[] = []
  const asked: Asked = { ...self, children }
  for (const within of contents) children.push(...level(self.item.item ?? [], within, asked, laying))
  return asked
}

/** Each before those in it. */
export const everyAsked = (roots: readonly Asked[]): readonly Asked[] =>
  roots.flatMap((one) => [one, ...everyAsked(one.children)])
